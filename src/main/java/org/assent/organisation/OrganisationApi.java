package org.assent.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assent.engine.Caller;
import org.assent.file.Upload;
import org.assent.file.Uploads;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the Cabinet Division imports offices: 200 with what came of it, 422 with every line that is wrong. */
@RestController
class OrganisationApi {

    private static final int MOST_PROBLEMS = 200;
    private static final List<String> MAY = List.of("camunda-admin", "cabinet-reviewers");

    private final OrganisationService service;
    private final IdentityService identity;
    private final Uploads uploads;

    OrganisationApi(OrganisationService service, IdentityService identity, Uploads uploads) {
        this.service = service;
        this.identity = identity;
        this.uploads = uploads;
    }

    @PostMapping("/api/organisations")
    ResponseEntity<Map<String, Object>> take(HttpServletRequest request) throws IOException {
        Caller caller = Caller.now(identity);
        if (caller.user() == null || MAY.stream().noneMatch(caller.groups()::contains)) {
            return told(403, "Offices are imported by administrators and reviewers of the Cabinet Division.");
        }
        if (request.getContentType() == null || !request.getContentType().matches("(?i)text/csv\\s*(;.*)?")) {
            return told(415, "Offices are imported from a CSV file (text/csv).");
        }
        byte[] csv = uploads.take(request, Upload.OFFICES);
        try {
            return answer(service.take(csv, caller.user()));
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException meanwhile) {
            return told(409, "Somebody else imported offices at the same time. Nothing was taken; please try again.");
        }
    }

    private static ResponseEntity<Map<String, Object>> answer(OrganisationService.Outcome outcome) {
        List<Problem> problems = outcome.problems();
        if (problems.isEmpty()) {
            return ResponseEntity.ok(
                    Map.of("added", outcome.added(), "changed", outcome.changed(), "unchanged", outcome.unchanged()));
        }
        int more = problems.size() - MOST_PROBLEMS;
        String message = "Nothing was taken, because %s wrong.%s"
                .formatted(
                        problems.size() == 1 ? "one thing is" : problems.size() + " things are",
                        more > 0 ? " The first %d are listed.".formatted(MOST_PROBLEMS) : "");
        return ResponseEntity.unprocessableEntity()
                .body(Map.of(
                        "message",
                        message,
                        "problems",
                        problems.stream().limit(MOST_PROBLEMS).toList()));
    }

    private static ResponseEntity<Map<String, Object>> told(int status, String message) {
        return ResponseEntity.status(status).body(Map.of("message", message));
    }
}
