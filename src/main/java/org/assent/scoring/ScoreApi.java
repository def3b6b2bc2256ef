package org.assent.scoring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.assent.file.Upload;
import org.assent.file.Uploads;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores a sheet of figures for anybody who may evaluate, so that a score can be checked without an agreement. */
@RestController
class ScoreApi {

    private static final int LINES_NAMED = 20;

    /** APA teams are the superior office of others, and evaluate them. */
    private static final Set<String> EVALUATORS =
            Set.of("cabinet-reviewers", "technical-committee", "national-committee", "apa-teams");

    private final IdentityService identity;
    private final Uploads uploads;

    ScoreApi(IdentityService identity, Uploads uploads) {
        this.identity = identity;
        this.uploads = uploads;
    }

    /** Takes the request as it is: a sheet that is too large is not read to its end, and each refusal is a sentence. */
    @PostMapping("/api/scores")
    ResponseEntity<?> score(HttpServletRequest request) throws IOException {
        if (Collections.disjoint(Caller.now(identity).groups(), EVALUATORS)) {
            return refused(403, "Scores are worked out for those who evaluate agreements.");
        }
        Optional<Charset> charset = charset(request.getContentType());
        if (charset.isEmpty()) {
            return refused(415, "The sheet must be sent as text/csv.");
        }
        byte[] csv = uploads.take(request, Upload.SCORES);
        try {
            ScoreSheet sheet = ScoreSheet.read(text(csv, charset.get()));
            return sheet.badLines().isEmpty() ? ResponseEntity.ok(ScoreAnswer.of(sheet)) : bad(sheet);
        } catch (ScoreSheet.TooLong tooLong) {
            return refused(413, "The sheet has more than 30,000 lines.");
        } catch (Refusal refusal) {
            return refused(422, String.valueOf(refusal.getMessage()));
        }
    }

    private static ResponseEntity<Map<String, Object>> bad(ScoreSheet sheet) {
        List<ScoreSheet.BadLine> bad = sheet.badLines();
        String named = bad.stream()
                .limit(LINES_NAMED)
                .map(line -> Integer.toString(line.line()))
                .collect(Collectors.joining(", "));
        String message = "Nothing was scored, because of line" + (bad.size() == 1 ? " " : "s ") + named
                + (bad.size() > LINES_NAMED ? " and " + (bad.size() - LINES_NAMED) + " more" : "") + ".";
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", message, "lines", bad));
    }

    private static ResponseEntity<Map<String, Object>> refused(int status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", sentence));
    }

    /** Nothing if this is no CSV. */
    private static Optional<Charset> charset(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(contentType));
            Charset named = type.getCharset();
            return type.getType().equals("text") && type.getSubtype().equals("csv")
                    ? Optional.of(named == null ? StandardCharsets.UTF_8 : named)
                    : Optional.empty();
        } catch (IllegalArgumentException noSuchTypeOrCharset) {
            return Optional.empty();
        }
    }

    private static String text(byte[] csv, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal("The sheet is not written in " + charset.name() + ".");
        }
    }
}
