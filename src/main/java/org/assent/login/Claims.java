package org.assent.login;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a token says, by path: {@code groups}, {@code realm_access.roles}, {@code https://example.org/groups}. */
record Claims(Map<String, Object> all) {

    /** Several values, or the one. */
    Set<String> values(String path) {
        Set<String> values = new TreeSet<>();
        Object found = find(all, path);
        if (found instanceof Collection<?> several) {
            several.forEach(one -> values.add(String.valueOf(one)));
        } else if (found != null && !(found instanceof Map)) {
            values.add(String.valueOf(found));
        }
        return values;
    }

    Optional<String> text(String path) {
        return find(all, path) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    boolean has(String path) {
        return find(all, path) != null;
    }

    /** A name may hold dots itself: the longest that is there counts. */
    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                Object found = find(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
