package org.assent.ledger;

import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.collection.AbstractCollectionPersister;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tells the ledger of each row that our entities write: their tables hold people's data, so digests alone are kept. */
@Component
class EntityWatch
        implements SmartInitializingSingleton,
                PreUpdateEventListener,
                PreCollectionUpdateEventListener,
                PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PostCollectionRecreateEventListener,
                PostCollectionUpdateEventListener,
                PostCollectionRemoveEventListener {

    private final transient SessionFactoryImplementor sessions;
    private final transient Ledger ledger;
    private final transient EntityTables tables;

    EntityWatch(EntityManagerFactory entities, Ledger ledger, EntityTables tables) {
        this.sessions = entities.unwrap(SessionFactoryImplementor.class);
        this.ledger = ledger;
        this.tables = tables;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var listeners = sessions.getServiceRegistry().requireService(EventListenerRegistry.class);
        listeners.appendListeners(EventType.PRE_UPDATE, this);
        listeners.appendListeners(EventType.PRE_COLLECTION_UPDATE, this);
        listeners.appendListeners(EventType.POST_INSERT, this);
        listeners.appendListeners(EventType.POST_UPDATE, this);
        listeners.appendListeners(EventType.POST_DELETE, this);
        listeners.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        listeners.appendListeners(EventType.POST_COLLECTION_UPDATE, this);
        listeners.appendListeners(EventType.POST_COLLECTION_REMOVE, this);
    }

    private void tell(EntityPersister persister, Object id, SharedSessionContractImplementor session) {
        tell(tables.of(persister), keyOf(persister, id, session));
    }

    private static Object[] keyOf(EntityPersister persister, Object id, SharedSessionContractImplementor session) {
        return ((AbstractEntityPersister) persister).getIdentifierMapping().getJdbcTypeCount() == 1
                ? new Object[] {id}
                : columnsOf(persister, id, session);
    }

    private static Object[] columnsOf(EntityPersister persister, Object id, SharedSessionContractImplementor session) {
        Object[] columns = new Object[persister.getIdentifierMapping().getJdbcTypeCount()];
        persister
                .getIdentifierMapping()
                .forEachJdbcValue(id, (index, value, mapping) -> columns[index] = value, session);
        return columns;
    }

    private void tell(WatchedTable table, Object[] key) {
        ledger.writtenByUs(table, rowOf(key), Arrays.asList(key));
    }

    private static String rowOf(Object[] key) {
        return String.join("|", Arrays.stream(key).map(String::valueOf).toList());
    }

    /** The caller is heard before the statement, and as it stands the row goes on. */
    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        Object[] key = keyOf(event.getPersister(), event.getId(), event.getSession());
        ledger.aboutToWrite(tables.of(event.getPersister()), rowOf(key), Arrays.asList(key));
        return false;
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        AbstractCollectionPersister own = own(event);
        if (own != null) {
            Object[] key = {event.getAffectedOwnerIdOrNull()};
            ledger.aboutToWrite(tables.of(own), rowOf(key), Arrays.asList(key));
        }
    }

    private void tell(AbstractCollectionEvent event) {
        AbstractCollectionPersister own = own(event);
        if (own != null) {
            tell(tables.of(own), new Object[] {event.getAffectedOwnerIdOrNull()});
        }
    }

    /** How the collection is stored, if that is in a table of its own. */
    private static @Nullable AbstractCollectionPersister own(AbstractCollectionEvent event) {
        PersistentCollection<?> collection = event.getCollection();
        var entry = event.getSession().getPersistenceContext().getCollectionEntry(collection);
        var persister = entry == null
                ? null
                : entry.getLoadedPersister() == null ? entry.getCurrentPersister() : entry.getLoadedPersister();
        return persister instanceof AbstractCollectionPersister own && !own.isInverse() ? own : null;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        tell(event.getPersister(), event.getId(), event.getSession());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        tell(event.getPersister(), event.getId(), event.getSession());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        tell(event.getPersister(), event.getId(), event.getSession());
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        tell(event);
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        tell(event);
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        tell(event);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
