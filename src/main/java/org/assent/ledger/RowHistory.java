package org.assent.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.assent.ledger.EntryContent.Saying;
import org.jspecify.annotations.Nullable;

/** All that the ledger says of one row, in whichever order it is read. */
final class RowHistory {

    /** What one entry says of it. */
    private record Said(long entry, byte[] digest, byte[] before) {}

    private static final byte[] NOTHING = {};
    /** Before a collection has its first element, and after its last. */
    private static final byte[] EMPTY = Hash.unhex(Hash.NONE);

    private final List<Said> said = new ArrayList<>(1);
    private byte @Nullable [] lasting;
    private long firstOther = Long.MAX_VALUE;

    void add(Saying saying) {
        if (saying.isSalted() || saying.kind().equals("removed")) {
            said.add(new Said(saying.entry(), saying.digest(), saying.before()));
        }
        if (saying.lasting().length > 0) {
            if (lasting == null) {
                lasting = saying.lasting();
            } else if (!Arrays.equals(lasting, saying.lasting())) {
                firstOther = Math.min(firstOther, saying.entry());
            }
        }
    }

    /**
     * The first entry that found the row otherwise than the one before it had left it.
     *
     * @param buried entries that can no longer be read: what they said may lie in between
     */
    Optional<Long> overwritten(NavigableSet<Long> buried) {
        if (firstOther < Long.MAX_VALUE) {
            return Optional.of(firstOther);
        }
        said.sort(Comparator.comparingLong(Said::entry));
        for (int i = 0; i < said.size(); i++) {
            Said now = said.get(i);
            long last = i == 0 ? 0 : said.get(i - 1).entry();
            byte[] left = i == 0 ? NOTHING : said.get(i - 1).digest();
            boolean isAsLeft = Arrays.equals(left.length == 0 ? EMPTY : left, now.before());
            if (now.before().length > 0
                    && last < now.entry()
                    && !isAsLeft
                    && buried.subSet(last, false, now.entry(), false).isEmpty()) {
                return Optional.of(now.entry());
            }
        }
        return Optional.empty();
    }
}
