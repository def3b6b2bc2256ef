package org.assent.advisory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A version as Maven orders them: numbers as numbers, 1.0 is 1, a milestone comes before the release. */
record LibraryVersion(List<String> parts) implements Comparable<LibraryVersion> {

    private static final List<String> BEFORE_RELEASE =
            List.of("alpha", "a", "beta", "b", "milestone", "m", "rc", "cr", "snapshot");
    private static final List<String> RELEASE = List.of("", "ga", "final", "release");

    static LibraryVersion of(String text) {
        String version = text.strip().toLowerCase(Locale.ROOT);
        if (!version.matches("[0-9a-z][0-9a-z._+-]*")) {
            throw new IllegalArgumentException("“" + text + "” is no version");
        }
        List<String> parts = new ArrayList<>(List.of(version.split("[._+-]|(?<=\\d)(?=[a-z])|(?<=[a-z])(?=\\d)")));
        while (parts.size() > 1 && isNothing(parts.get(parts.size() - 1))) {
            parts.remove(parts.size() - 1);
        }
        return new LibraryVersion(List.copyOf(parts));
    }

    @Override
    public int compareTo(LibraryVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private String part(int i) {
        return i < parts.size() ? parts.get(i) : "";
    }

    private static int compare(String one, String other) {
        if (isNumber(one) && isNumber(other)) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        int order = Integer.compare(rank(one), rank(other));
        return order != 0 || isNothing(one) ? order : one.compareTo(other);
    }

    /** Milestones, then the release itself, then any other word (-jre, -sp1), then a further number. */
    private static int rank(String part) {
        int before = BEFORE_RELEASE.indexOf(part);
        if (before >= 0) {
            return before - BEFORE_RELEASE.size();
        }
        if (isNothing(part)) {
            return 0;
        }
        return isNumber(part) ? 2 : 1;
    }

    private static boolean isNothing(String part) {
        return RELEASE.contains(part) || part.matches("0+");
    }

    private static boolean isNumber(String part) {
        return part.matches("[0-9]+");
    }
}
