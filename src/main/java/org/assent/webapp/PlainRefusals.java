package org.assent.webapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.assent.engine.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets both of the engine's APIs answer officials in their own words: a refusal is its one sentence, a right that is
 * missing is said plainly, and what nobody expected is one general sentence with a reference that the log carries too.
 */
final class PlainRefusals extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PlainRefusals.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Names of classes, statements and places on the disk. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(?:org|com|java|jakarta|javax|net)\\.[a-z]|Exception\\b|\\bat line\\b|### |(?i:\\b(?:select|insert into|update|delete from)\\b.*\\bACT_)|/(?:work|home|opt|tmp|var|usr)/");

    private static final String REFUSAL = Refusal.class.getSimpleName();
    /** Of the door before the engine, whose sentence is plain already. */
    private static final String NOT_FOUND = "NotFound";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String reference = References.of(request);
        var answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
            if (String.valueOf(answer.getContentType()).contains("wadl") && !answer.isCommitted()) {
                // a list of all addresses, by the library that made it
                answer.setStatus(404);
            }
            if (answer.getStatus() >= 400 && !answer.isCommitted()) {
                reword(request, answer, reference);
            }
        } finally {
            answer.copyBodyToResponse();
        }
    }

    private static void reword(HttpServletRequest request, ContentCachingResponseWrapper answer, String reference)
            throws IOException {
        ObjectNode error = read(answer.getContentAsByteArray());
        String type = error.path("type").asText();
        String told = error.path("message").asText();
        if (type.equals(REFUSAL)) {
            say(answer, answer.getStatus() < 500 ? answer.getStatus() : 422, error, told);
        } else if (told.contains("Password does not match policy")) {
            say(
                    answer,
                    422,
                    error,
                    "This password is weak. Please choose at least 12 characters that hold no name and are not what everybody tries.");
        } else if (type.equals("AuthorizationException")) {
            // no more than that: the engine names its permissions and resources, and the web apps would repeat them
            say(answer, answer.getStatus(), refusal(), "You may not do this: it is the work of somebody else.");
        } else if (type.equals("OptimisticLockingException") || told.contains("ENGINE-03005")) {
            say(answer, 409, error, "Somebody else worked on this case at the same moment. Please try once more.");
        } else if (told.contains("is not a valid resource identifier")) {
            say(
                    answer,
                    422,
                    refusal(),
                    "This id cannot be used. Please write letters and digits, with dots, dashes or @ between them.");
        } else if (answer.getStatus() >= 500 && hasNoBody(request)) {
            say(answer, 400, refusal(), "Nothing arrived of what this request needs.");
        } else if (answer.getStatus() >= 500) {
            LOG.error(
                    "Reference {}: {} failed with {}; the cause is logged with the same reference",
                    reference,
                    request.getMethod(),
                    type);
            // the type would say something about our insides
            ObjectNode plain = JSON.createObjectNode().put("type", "Failure").put(References.REFERENCE, reference);
            say(
                    answer,
                    answer.getStatus(),
                    plain,
                    "Something went wrong that should not have, and nothing was saved. Please tell your administrator the reference "
                            + reference + ".");
        } else if (answer.getStatus() == 405 || answer.getStatus() == 404 && !type.equals(NOT_FOUND)) {
            say(
                    answer,
                    answer.getStatus(),
                    refusal().put(References.REFERENCE, reference),
                    answer.getStatus() == 404
                            ? "There is nothing of this name or number here."
                            : PlainErrors.sentence(405));
        } else if (told.isBlank()
                || told.startsWith("HTTP ")
                || INSIDES.matcher(told).find()) {
            say(
                    answer,
                    answer.getStatus(),
                    refusal().put(References.REFERENCE, reference),
                    PlainErrors.sentence(answer.getStatus()));
        } else {
            say(answer, answer.getStatus(), error.put(References.REFERENCE, reference), told);
        }
    }

    /** None, or the word null; the engine takes it for what was meant to be there. */
    private static boolean hasNoBody(HttpServletRequest request) {
        return Set.of("POST", "PUT").contains(request.getMethod())
                && request.getContentLength() <= "null".length()
                && String.valueOf(request.getContentType()).startsWith("application/json");
    }

    private static ObjectNode refusal() {
        return JSON.createObjectNode().put("type", REFUSAL);
    }

    private static void say(ContentCachingResponseWrapper answer, int status, ObjectNode error, String sentence)
            throws IOException {
        error.put("message", sentence);
        answer.resetBuffer();
        answer.setStatus(status);
        answer.setContentType("application/json;charset=UTF-8");
        answer.getOutputStream().write(JSON.writeValueAsString(error).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode read(byte[] body) throws IOException {
        try {
            JsonNode error = JSON.readTree(body);
            return error instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }
}
