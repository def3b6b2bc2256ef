package org.assent.attendance;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.assent.engine.Refusal;
import org.assent.file.Upload;
import org.assent.file.Uploads;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The meeting platform's report of one session, for programs: 200 with what it gave, 422 with the reason why not. */
@RestController
class AttendanceApi {

    private final AttendanceReports reports;
    private final Uploads uploads;

    AttendanceApi(AttendanceReports reports, Uploads uploads) {
        this.reports = reports;
        this.uploads = uploads;
    }

    @PostMapping(path = "/api/projects/{code}/sessions/{session}/attendance", consumes = "text/csv")
    ResponseEntity<Map<String, Object>> hand(
            @PathVariable String code, @PathVariable int session, HttpServletRequest request) throws IOException {
        byte[] csv = uploads.take(request, Upload.ATTENDANCE);
        if (csv.length == 0) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", "The report is empty."));
        }
        try {
            return ResponseEntity.ok(Map.of("session", session, "report", reports.hand(code, session, csv)));
        } catch (Refusal refusal) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", String.valueOf(refusal.getMessage())));
        }
    }
}
