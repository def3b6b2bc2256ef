package org.assent.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.assent.file.ReadRequest;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every request to an API root that carries an expression, at any depth and in the query string: the engine
 * evaluates those of OR sub-queries without asking who may (CVE-2026-109432), and nobody but the application's own
 * filters has a use for them. A body that is looked at here must be the body that the engine reads: so no other
 * character set, no compression, and no JSON that two readers may understand differently.
 */
final class ExpressionFence extends OncePerRequestFilter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LARGEST_JSON = 8 * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (String name : (Iterable<String>) request.getParameterMap().keySet()::iterator) {
            if (isExpression(name)) {
                refuse(response, 400, "Expressions are not accepted in queries.");
                return;
            }
        }
        if (isFile(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_JSON + 1);
        if (body.length > LARGEST_JSON) {
            refuse(response, 413, "The request is too large.");
        } else if (body.length > 0 && !isPlain(request)) {
            refuse(response, 415, "Requests are plain JSON in UTF-8.");
        } else if (body.length > 0 && holdsExpression(body)) {
            refuse(response, 400, "Expressions are not accepted in queries.");
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    /** Files are not read by the engine as queries. */
    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType() == null
                ? ""
                : request.getContentType().strip().toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/form-data")
                || type.startsWith("application/octet-stream")
                || type.startsWith("application/pdf");
    }

    private static boolean isPlain(HttpServletRequest request) {
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            return false;
        }
        try {
            MediaType type =
                    request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
            String charset = type == null ? null : type.getParameter("charset");
            return charset == null || charset.replace("\"", "").equalsIgnoreCase("UTF-8");
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Read as a stream, so that a name hidden behind a second one of the same name is seen too. */
    private static boolean holdsExpression(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            // a reader that forgives more than this one does would see the rest: what looks like an expression is none
            // of ours
            return new String(body, java.nio.charset.StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .contains("expression");
        }
    }

    private static boolean isExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        PlainAnswer.say(response, status, "Refusal", sentence);
    }
}
