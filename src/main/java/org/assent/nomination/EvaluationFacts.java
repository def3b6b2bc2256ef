package org.assent.nomination;

import java.math.BigDecimal;
import java.util.List;

/** What the participants of a project thought of it on average, from 1 to 5. Public: the project's evaluation reads it. */
public record EvaluationFacts(
        int answers,
        BigDecimal content,
        BigDecimal speakers,
        BigDecimal organization,
        BigDecimal usefulness,
        List<String> comments) {}
