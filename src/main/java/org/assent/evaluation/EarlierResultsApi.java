package org.assent.evaluation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.assent.file.Upload;
import org.assent.file.Uploads;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Results of earlier years, for programs: 200 with how many were taken, 403, or 422 with the reason why not. */
@RestController
class EarlierResultsApi {

    private static final Set<String> MAY_IMPORT = Set.of("cabinet-reviewers", Groups.CAMUNDA_ADMIN);

    private final EarlierResultsImport results;
    private final IdentityService identity;
    private final Uploads uploads;

    EarlierResultsApi(EarlierResultsImport results, IdentityService identity, Uploads uploads) {
        this.results = results;
        this.identity = identity;
        this.uploads = uploads;
    }

    @PostMapping(path = "/api/results", consumes = "text/csv")
    ResponseEntity<Map<String, Object>> take(HttpServletRequest request) throws IOException {
        Caller caller = Caller.now(identity);
        String user = caller.user();
        if (user == null || caller.groups().stream().noneMatch(MAY_IMPORT::contains)) {
            return ResponseEntity.status(403)
                    .body(Map.of("message", "Results of earlier years are imported by the Cabinet Division."));
        }
        byte[] csv = uploads.take(request, Upload.RESULTS);
        if (csv.length == 0) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", "The list is empty."));
        }
        try {
            return ResponseEntity.ok(Map.of("imported", results.take(new String(csv, StandardCharsets.UTF_8), user)));
        } catch (Refusal refusal) {
            return ResponseEntity.unprocessableEntity().body(Map.of("message", String.valueOf(refusal.getMessage())));
        }
    }
}
