package org.assent.review;

import java.time.Instant;

/** What the office answered to a comment. Public: pages show it. */
public record AnswerFacts(String text, String by, Instant at) {}
