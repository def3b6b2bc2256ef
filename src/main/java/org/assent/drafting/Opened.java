package org.assent.drafting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it stands now. Public: the editor shows it.
 *
 * @param revision what a save is based on
 * @param savedBy null while nobody has saved it
 * @param editable whether it is open for changes; whose task it is the web side asks
 * @param total what the weights of the office's own objectives add up to so far
 * @param needed what they have to add up to
 * @param scheme the parts of the document, mandatory objectives and reform plans
 * @param returned what the head of office wrote when sending the draft back; empty if it was not
 */
public record Opened(
        String key,
        int revision,
        Content content,
        @Nullable String savedBy,
        @Nullable Instant savedAt,
        List<Finding> findings,
        BigDecimal total,
        BigDecimal needed,
        LevelScheme scheme,
        FiscalYear fiscalYear,
        boolean editable,
        String returned) {}
