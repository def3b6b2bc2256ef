package org.assent.project;

import java.util.List;
import java.util.Map;

/**
 * What came of an import: an HTTP status and what to say with it. Public: the page for uploads in Tasklist passes it on.
 */
public record ImportAnswer(int status, Map<String, Object> body) {

    static ImportAnswer opened(String code, String task, List<String> unread) {
        return new ImportAnswer(201, Map.of("projectCode", code, "taskId", task, "unread", unread));
    }

    static ImportAnswer missing(List<String> fields) {
        return new ImportAnswer(
                422,
                Map.of(
                        "missing",
                        fields,
                        "message",
                        "This document lacks what every project notification has, so no project was planned from it."));
    }

    static ImportAnswer refused(int status, String sentence) {
        return new ImportAnswer(status, Map.of("message", sentence));
    }
}
