package org.assent.project;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.assent.file.Upload;
import org.assent.file.Uploads;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where programs plan a project from a document, and ask for a change or for replacements. */
@RestController
class ProjectAddresses {

    private final NotificationImport imports;
    private final ProjectDesk desk;
    private final Uploads uploads;
    private final IdentityService identity;

    ProjectAddresses(NotificationImport imports, ProjectDesk desk, Uploads uploads, IdentityService identity) {
        this.imports = imports;
        this.desk = desk;
        this.uploads = uploads;
        this.identity = identity;
    }

    @PostMapping("/api/notifications")
    ResponseEntity<Map<String, Object>> importNotification(HttpServletRequest request) throws IOException {
        // before anything is read: the answer would tell which codes are known
        if (!Caller.now(identity).groups().contains("programme-officers")) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN)
                    .body(Map.of("message", "You may not do this: it is the work of somebody else."));
        }
        ImportAnswer answer = imports.take(uploads.take(request, Upload.NOTIFICATION), request.getContentType());
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    @PostMapping("/api/projects/{code}/changes")
    ResponseEntity<Map<String, Object>> requestChange(@PathVariable String code) {
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("taskId", desk.requestChange(code)));
    }

    @PostMapping("/api/projects/{code}/replacements")
    ResponseEntity<Map<String, Object>> requestReplacements(@PathVariable String code) {
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("taskId", desk.requestReplacements(code)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return ResponseEntity.unprocessableEntity().body(Map.of("message", String.valueOf(refusal.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notAllowed(AuthorizationException missing) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body(Map.of("message", "You may not do this: it is the work of somebody else."));
    }
}
