package org.assent.engine;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbBulkOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MembershipEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TableDataManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The engine's own writing, with each row of history, deployments, grants and logins told to whoever watches. */
final class WatchedEntities extends DbEntityManager {

    /** What the engine inserts is the event; what it reads back bears another name. */
    private static final Map<Class<?>, String> EVENTS = Map.of(
            HistoricProcessInstanceEventEntity.class, "act_hi_procinst",
            HistoricActivityInstanceEventEntity.class, "act_hi_actinst",
            HistoricTaskInstanceEventEntity.class, "act_hi_taskinst",
            HistoricIncidentEventEntity.class, "act_hi_incident",
            HistoricIdentityLinkLogEventEntity.class, "act_hi_identitylink",
            HistoricJobLogEvent.class, "act_hi_job_log");

    private final ObjectProvider<RowWatch> watch;

    private WatchedEntities(IdGenerator ids, PersistenceSession session, ObjectProvider<RowWatch> watch) {
        super(ids, session);
        this.watch = watch;
    }

    static DbEntityManagerFactory factory(IdGenerator ids, ObjectProvider<RowWatch> watch) {
        return new DbEntityManagerFactory(ids) {
            @Override
            public DbEntityManager openSession() {
                return new WatchedEntities(
                        ids, Context.getCommandContext().getSession(PersistenceSession.class), watch);
            }
        };
    }

    @Override
    protected void flushDbOperations(List<DbOperation> batch, List<DbOperation> all) {
        List<DbOperation> done = List.copyOf(batch);
        super.flushDbOperations(batch, all);
        RowWatch told = watch.getIfAvailable();
        if (told != null) {
            done.stream().filter(operation -> !operation.isFailed()).forEach(operation -> tell(told, operation));
        }
    }

    private static void tell(RowWatch watch, DbOperation operation) {
        String table = tableOf(operation.getEntityType());
        if (table == null || !RowWatch.isWatched(table)) {
            return;
        }
        if (operation instanceof DbBulkOperation bulk) {
            // each task that ends asks for its grants to be removed, and has none
            if (bulk.getRowsAffected() != 0) {
                tell(watch, table, bulk);
            }
        } else if (operation instanceof DbEntityOperation one && !isPassing(one.getEntity())) {
            DbEntity entity = one.getEntity();
            if (one.getOperationType() == DbOperationType.DELETE) {
                watch.removed(table, rowOf(entity), rootOf(entity));
            } else {
                watch.written(table, rowOf(entity), rootOf(entity));
            }
        }
    }

    /** Of history the engine changes no more than the removal time at once, which is not watched. */
    private static void tell(RowWatch watch, String table, DbBulkOperation bulk) {
        if (bulk.getOperationType() == DbOperationType.DELETE_BULK) {
            watch.cleaned(table, bulk.getStatement(), idsOf(bulk.getParameter()), valuesOf(bulk.getParameter()));
        } else if (RowWatch.KEPT.contains(table) && !table.equals("act_ge_bytearray")) {
            watch.rewritten(table);
        }
    }

    /** The content of a running variable comes and goes; history keeps its own copy. */
    private static boolean isPassing(DbEntity entity) {
        return entity instanceof ByteArrayEntity bytes && (bytes.getType() == null || bytes.getType() == 2);
    }

    private static String rowOf(DbEntity entity) {
        return entity instanceof MembershipEntity member
                ? member.getUserId() + "|" + member.getGroupId()
                : entity.getId();
    }

    private static @Nullable String rootOf(DbEntity entity) {
        if (entity instanceof HistoryEvent event) {
            return event.getRootProcessInstanceId();
        }
        if (entity instanceof CommentEntity comment) {
            return comment.getRootProcessInstanceId();
        }
        if (entity instanceof AttachmentEntity attachment) {
            return attachment.getRootProcessInstanceId();
        }
        return entity instanceof ByteArrayEntity bytes ? bytes.getRootProcessInstanceId() : null;
    }

    private static @Nullable String tableOf(Class<?> entity) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            String table = TableDataManager.persistentObjectToTableNameMap.get(type);
            if (table != null) {
                return table.toLowerCase(Locale.ROOT);
            }
        }
        return EVENTS.get(entity);
    }

    /** Ids that a bulk statement names, in whatever shape its mapper wants them. */
    private static Collection<String> idsOf(@Nullable Object parameter) {
        if (parameter instanceof ListQueryParameterObject list) {
            return idsOf(list.getParameter());
        }
        if (parameter instanceof Map<?, ?> named) {
            return named.values().stream()
                    .filter(Collection.class::isInstance)
                    .flatMap(ids -> ((Collection<?>) ids).stream())
                    .map(String::valueOf)
                    .toList();
        }
        if (parameter instanceof Collection<?> ids) {
            return ids.stream().map(String::valueOf).toList();
        }
        return parameter instanceof String id ? List.of(id) : List.of();
    }

    /** Values of columns that a bulk statement names: {@code resourceId} is in {@code resource_id_}. */
    private static Map<String, String> valuesOf(@Nullable Object parameter) {
        Map<String, String> values = new TreeMap<>();
        if (parameter instanceof Map<?, ?> named) {
            named.forEach((name, value) -> {
                if (value instanceof String || value instanceof Integer) {
                    values.put(
                            String.valueOf(name).replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + "_",
                            String.valueOf(value));
                }
            });
        }
        return values;
    }
}
