// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.FlushMode;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.spi.EntityHolder;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** What a session holds in memory. A session that is being constructed has no persistence context yet. */
final class Contents {

    private Contents() {}

    /** Whether it holds no entity, no collection and no action. */
    static boolean isEmpty(SharedSessionContractImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        return context == null
                || !(session instanceof SessionImplementor stateful)
                || (holders(context).isEmpty()
                        && context.getCollectionEntriesSize() == 0
                        && !stateful.getActionQueue().hasAnyQueuedActions());
    }

    /** Entities and proxies. */
    static Collection<EntityHolder> holders(PersistenceContext context) {
        Map<EntityKey, EntityHolder> holders = context.getEntityHoldersByKey();
        return holders == null ? List.of() : holders.values();
    }

    /** Whether all that it holds back is in its entities and collections, where it can be noted: nothing is queued. */
    static boolean canBeNoted(SessionImplementor session) {
        return !session.getActionQueue().hasAnyQueuedActions()
                && !session.getActionQueue().hasUnresolvedEntityInsertActions()
                && !hasQueuedOperations(session.getPersistenceContextInternal());
    }

    private static boolean hasQueuedOperations(PersistenceContext context) {
        AtomicBoolean found = new AtomicBoolean();
        context.forEachCollectionEntry(
                (collection, entry) -> found.compareAndSet(false, collection.hasQueuedOperations()), false);
        return found.get();
    }

    /** Drops all, written or not. Warnings about what is dropped would mean nothing here. */
    static void empty(SessionImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        context.forEachCollectionEntry((collection, entry) -> collection.postAction(), false);
        session.getActionQueue().clear();
        context.clear();
    }

    /** Drops statements that wait to be sent. Executing nothing makes the batch forget how many there were. */
    static void dropBatch(SharedSessionContractImplementor session) {
        session.getJdbcCoordinator().abortBatch();
        session.getJdbcCoordinator().executeBatch();
    }

    /** Whether it still has something that would reach the database, and nothing of its own is on the stack. */
    static boolean isLive(SharedSessionContractImplementor session) {
        return session.isOpenOrWaitingForAutoClose() && session.getPersistenceContextInternal() != null;
    }

    /** Whether it is in the middle of a flush, a cascade or a load, of which this is a callback. */
    static boolean isBusy(SessionImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        return context.isFlushing() || context.getCascadeLevel() > 0 || !context.isLoadFinished();
    }

    /** Whether the code has kept the flush for itself. */
    static boolean isManual(SessionImplementor session) {
        return session.getHibernateFlushMode() == FlushMode.MANUAL;
    }

    /** Why it can't follow scopes, in words; {@code null} if it can. */
    static @Nullable String reasonNotToFollow(Object session) {
        if (!(session instanceof SharedSessionContractImplementor known)) {
            return "a persistence context of " + session.getClass().getName();
        }
        if (!isLive(known) || !(known instanceof SessionImplementor stateful)) {
            return null;
        }
        if (isBusy(stateful)) {
            return nameOf(known) + ", which is in the middle of a flush or a load";
        }
        return isManual(stateful) && !canBeNoted(stateful)
                ? nameOf(known) + ", which holds changes back by FlushMode.MANUAL"
                : null;
    }

    /** Why it isn't what it was before a scope that it joined. */
    static String reasonOfLate(SharedSessionContractImplementor session) {
        return nameOf(session) + ", which joined the transaction inside the scope and held changes from before"
                + " (EntityManager.joinTransaction before the scope would have written them)";
    }

    private static String nameOf(SharedSessionContractImplementor session) {
        Map<String, Object> settings = session.getFactory().getProperties();
        return "the persistence context " + settings.get(AvailableSettings.PERSISTENCE_UNIT_NAME);
    }
}
