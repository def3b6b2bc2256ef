package org.assent.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.collection.AbstractCollectionPersister;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;

/** The tables of our entities and of their collections, as Hibernate maps them. */
final class EntityTables {

    private final SessionFactoryImplementor sessions;
    private final Map<String, WatchedTable> known = new ConcurrentHashMap<>();

    EntityTables(SessionFactoryImplementor sessions) {
        this.sessions = sessions;
    }

    /** Every table of ours that is watched. */
    List<WatchedTable> all() {
        var model = sessions.getMappingMetamodel();
        model.forEachEntityDescriptor(this::of);
        model.forEachCollectionDescriptor(collection -> {
            if (collection instanceof AbstractCollectionPersister own && !own.isInverse()) {
                of(own);
            }
        });
        List<WatchedTable> all = new ArrayList<>(known.values());
        all.addAll(WatchedTable.PAST_HIBERNATE);
        all.sort(Comparator.comparing(WatchedTable::name));
        return all;
    }

    WatchedTable of(EntityPersister persister) {
        AbstractEntityPersister entity = (AbstractEntityPersister) persister;
        return table(entity.getTableName(), entity.getIdentifierColumnNames(), false);
    }

    WatchedTable of(AbstractCollectionPersister collection) {
        return table(collection.getTableName(), collection.getKeyColumnNames(), true);
    }

    private WatchedTable table(String name, String[] key, boolean isCollection) {
        String table = name.toLowerCase(Locale.ROOT);
        return known.computeIfAbsent(
                table,
                unknown -> new WatchedTable(
                        table,
                        Arrays.stream(key)
                                .map(column -> column.toLowerCase(Locale.ROOT))
                                .toList(),
                        isCollection,
                        true,
                        ""));
    }
}
