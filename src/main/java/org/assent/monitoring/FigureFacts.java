package org.assent.monitoring;

/**
 * A figure of a quarterly report. Public: evaluation adds figures up, pages show them.
 *
 * @param indicatorKey stays with the indicator over all versions of the agreement
 * @param reference the indicator's number when it was reported: {@code 1.2.1}
 * @param figure as typed; empty where only evidence was named
 * @param readAs what was understood
 */
public record FigureFacts(
        String indicatorKey,
        String reference,
        String indicator,
        String unit,
        String figure,
        String readAs,
        String evidence) {}
