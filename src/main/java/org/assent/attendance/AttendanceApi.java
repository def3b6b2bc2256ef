package org.assent.attendance;

import java.util.Map;
import org.assent.engine.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The meeting platform's report of one session, for programs: 200 with what it gave, 422 with the reason why not. */
@RestController
class AttendanceApi {

    /** A day's log of a large meeting has some thousand lines. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final AttendanceReports reports;

    AttendanceApi(AttendanceReports reports) {
        this.reports = reports;
    }

    @PostMapping(path = "/api/projects/{code}/sessions/{session}/attendance", consumes = "text/csv")
    ResponseEntity<Map<String, Object>> hand(
            @PathVariable String code, @PathVariable int session, @RequestBody(required = false) byte[] csv) {
        if (csv == null || csv.length == 0) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", "The report is empty."));
        }
        if (csv.length > MOST_BYTES) {
            return ResponseEntity.status(413).body(Map.of("message", "The report is too large."));
        }
        try {
            return ResponseEntity.ok(Map.of("session", session, "report", reports.hand(code, session, csv)));
        } catch (Refusal refusal) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", String.valueOf(refusal.getMessage())));
        }
    }
}
