package org.assent.nomination;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where administrators have a person erased who asked for it: 200 with how many records went, 403, 422 with the reason
 * why not. They name the person and are shown nothing.
 */
@RestController
class ErasureApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MAY = List.of("camunda-admin", "account-administrators");

    private final PersonErasure erasure;
    private final IdentityService identity;

    ErasureApi(PersonErasure erasure, IdentityService identity) {
        this.erasure = erasure;
        this.identity = identity;
    }

    /** Of whom: by project, reference and family name, or by names and date of birth (1980-05-28); and by which order. */
    record Asked(
            @Nullable String project,
            @Nullable String reference,
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable String birth,
            @Nullable String order) {

        static final Asked NONE = new Asked(null, null, null, null, null, null);

        static String of(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @PostMapping(path = "/api/erasures", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> erase(@RequestBody byte[] body) {
        Caller caller = Caller.now(identity);
        if (caller.user() == null || MAY.stream().noneMatch(caller.groups()::contains)) {
            return ResponseEntity.status(403)
                    .body(Map.of("message", "Administrators have a person erased who asked for it."));
        }
        Asked asked;
        try {
            asked = JSON.readValue(body, Asked.class);
        } catch (IOException unreadable) {
            // what a reader says of it would quote a person's name
            throw new Refusal("This cannot be read. Please send one JSON object of texts.");
        }
        var erased = erase(asked == null ? Asked.NONE : asked, caller.user());
        return ResponseEntity.ok(
                Map.of("records", erased.records(), "cases", erased.cases(), "stillRunning", erased.running()));
    }

    private PersonErasure.Erased erase(Asked asked, String by) {
        String order = Asked.of(asked.order());
        if (asked.project() != null && asked.reference() != null) {
            if (Asked.of(asked.familyName()).isEmpty()) {
                throw new Refusal("Please say the family name too, so that a wrong reference erases nobody else.");
            }
            return erasure.referred(
                    asked.project().strip(), asked.reference().strip(), Asked.of(asked.familyName()), order, by);
        }
        if (asked.familyName() == null || asked.givenName() == null || asked.birth() == null) {
            throw new Refusal(
                    "Please say of whom: project, reference and family name, or family name, given name and date of birth.");
        }
        try {
            return erasure.named(
                    asked.familyName(), asked.givenName(), LocalDate.parse(Asked.of(asked.birth())), order, by);
        } catch (DateTimeException noDate) {
            throw new Refusal("Please write the date of birth as 1980-05-28.");
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", String.valueOf(refusal.getMessage())));
    }
}
