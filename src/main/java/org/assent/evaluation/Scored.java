package org.assent.evaluation;

import java.math.BigDecimal;
import java.util.List;

/** What an agreement's figures are worth: every line, every plan and the whole. */
record Scored(
        int documentVersion,
        List<ScoreSheet.Line> lines,
        List<ScoreSheet.Plan> plans,
        BigDecimal ownMarks,
        BigDecimal composite,
        String compositeExact,
        String band) {}
