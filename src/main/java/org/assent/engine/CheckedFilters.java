package org.assent.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The engine's filter service, with expressions left to the application: it alone saves, changes or deletes a filter that
 * holds one, and only while such a filter runs are its expressions evaluated.
 */
final class CheckedFilters extends FilterServiceImpl {

    private static final ThreadLocal<Boolean> RUNNING = new ThreadLocal<>();

    /** Whether this thread is answering one of the application's own filters. */
    static boolean isRunning() {
        return RUNNING.get() != null;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        if (isAsked() && (holdsExpression(filter.getQuery()) || isOurs(filter.getId()))) {
            throw new Refusal(
                    "Filters with expressions are the application's own: nobody creates or changes them. Choose people and groups by name.");
        }
        return super.saveFilter(filter);
    }

    @Override
    public void deleteFilter(String filter) {
        if (isAsked() && isOurs(filter)) {
            throw new Refusal("This filter is the application's own and stays.");
        }
        super.deleteFilter(filter);
    }

    @Override
    public <T> List<T> list(String filter) {
        return run(filter, null, () -> super.list(filter));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filter, @Nullable Q more) {
        return run(filter, more, () -> super.list(filter, more));
    }

    @Override
    public <T> List<T> listPage(String filter, int first, int most) {
        return run(filter, null, () -> super.listPage(filter, first, most));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filter, @Nullable Q more, int first, int most) {
        return run(filter, more, () -> super.listPage(filter, more, first, most));
    }

    @Override
    public <T> T singleResult(String filter) {
        return run(filter, null, () -> super.singleResult(filter));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filter, @Nullable Q more) {
        return run(filter, more, () -> super.singleResult(filter, more));
    }

    @Override
    public Long count(String filter) {
        return run(filter, null, () -> super.count(filter));
    }

    @Override
    public Long count(String filter, @Nullable Query<?, ?> more) {
        return run(filter, more, () -> super.count(filter, more));
    }

    private <T> T run(String filter, @Nullable Query<?, ?> more, Supplier<T> query) {
        if (holdsExpression(more)) {
            throw new Refusal("Expressions are not accepted in queries.");
        }
        if (!isOurs(filter)) {
            return query.get();
        }
        RUNNING.set(true);
        try {
            return query.get();
        } finally {
            RUNNING.remove();
        }
    }

    /** Somebody is logged in; otherwise the application itself starts. */
    private boolean isAsked() {
        return commandExecutor.execute(context -> context.getAuthentication()) != null;
    }

    /** Only the application saves filters with expressions, so one that holds some is its own. */
    private boolean isOurs(@Nullable String id) {
        return id != null
                && commandExecutor.execute(context -> context.runWithoutAuthorization(() -> {
                    FilterEntity stored = context.getFilterManager().findFilterById(id);
                    return stored != null && holdsExpression(stored.getQuery());
                }));
    }

    private static boolean holdsExpression(@Nullable Query<?, ?> query) {
        return query instanceof AbstractQuery<?, ?> asked
                && (!asked.getExpressions().isEmpty()
                        || query instanceof TaskQueryImpl tasks
                                && tasks.getQueries().stream().anyMatch(either -> !either.getExpressions()
                                        .isEmpty()));
    }
}
