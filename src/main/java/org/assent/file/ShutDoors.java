package org.assent.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shuts the engine's own doors for files: attachments of tasks, variables that are files, and their contents. Officials
 * hand in files on this desk's pages, where each is looked at; the engine would keep and serve whatever it is given. The
 * Modeler's deployment alone comes in parts, and is looked at too.
 */
final class ShutDoors extends OncePerRequestFilter {

    private static final Pattern NAME = Pattern.compile("\\w{1,64}");
    private static final Set<String> FILE_TYPES = Set.of("file", "bytes");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory TOKENS = new JsonFactory();

    private final Uploads uploads;

    ShutDoors(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = (request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()))
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
        try {
            if (isShut(path)) {
                throw new UploadRefused(
                        403, "Files are not kept at tasks and cases. Please hand them in on the pages of this desk.");
            }
            String type = request.getContentType() == null
                    ? ""
                    : request.getContentType().strip().toLowerCase(Locale.ROOT);
            if (path.endsWith("/deployment/create")) {
                chain.doFilter(new ReadRequest(request, uploads.take(request, Upload.MODELS)), response);
                return;
            }
            if (!path.contains("/plugin/")
                    && (type.startsWith("multipart/") || type.startsWith("application/octet-stream"))) {
                throw new UploadRefused(415, "Files are handed in on the pages of this desk, not here.");
            }
            if (mayHoldVariables(request, path, type)) {
                chain.doFilter(withoutFiles(request), response);
                return;
            }
            chain.doFilter(request, response);
        } catch (UploadRefused refused) {
            response.setStatus(refused.status());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            JSON.writeValue(response.getWriter(), Map.of("type", "Refusal", "message", refused.sentence()));
        }
    }

    /** Resources of a deployment are models, which Cockpit shows; all else under such an address is somebody's file. */
    private static boolean isShut(String path) {
        return path.matches(".*/attachment(/.*)?")
                || path.endsWith("/data") && !path.matches(".*/deployment/[^/]+/resources/[^/]+/data");
    }

    /** Our own pages have checks of their own; the form of a login is no body to be read here. */
    private static boolean mayHoldVariables(HttpServletRequest request, String path, String type) {
        return !request.getMethod().equals("GET")
                && !path.contains("/plugin/")
                && !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private HttpServletRequest withoutFiles(HttpServletRequest request) throws IOException {
        byte[] body = uploads.take(request, Upload.REQUEST);
        try (JsonParser json = TOKENS.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && json.currentName().equalsIgnoreCase("type")
                        && json.nextToken() == JsonToken.VALUE_STRING
                        && FILE_TYPES.contains(json.getText().toLowerCase(Locale.ROOT))) {
                    throw new UploadRefused(
                            415,
                            nameOfVariable(json)
                                    + " cannot be a file. Please hand files in on the pages of this desk.");
                }
            }
        } catch (com.fasterxml.jackson.core.JacksonException malformed) {
            // the engine says so itself
            return new ReadRequest(request, body);
        }
        return new ReadRequest(request, body);
    }

    /** The name that the object being read stands under, where it may be repeated. */
    private static String nameOfVariable(JsonParser json) {
        String name = json.getParsingContext().getParent().getCurrentName();
        return name == null || !NAME.matcher(name).matches() ? "A variable" : "“" + name + "”";
    }
}
