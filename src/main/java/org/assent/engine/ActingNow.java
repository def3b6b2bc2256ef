package org.assent.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whom the official acts for whose completion of a task is just being carried out, on this thread. */
final class ActingNow {

    private static final ThreadLocal<@Nullable Acting> NOW = new ThreadLocal<>();

    private ActingNow() {}

    static <T> T during(@Nullable Acting acting, Supplier<T> completion) {
        NOW.set(acting);
        try {
            return completion.get();
        } finally {
            NOW.remove();
        }
    }

    static Optional<Acting> by(String user) {
        return Optional.ofNullable(NOW.get()).filter(acting -> acting.deputy().equals(user));
    }
}
