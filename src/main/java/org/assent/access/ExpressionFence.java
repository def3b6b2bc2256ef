package org.assent.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every request to an API root that carries an expression, at any depth and in the query string: the engine
 * evaluates those of OR sub-queries without asking who may (CVE-2026-109432), and nobody but the application's own
 * filters has a use for them.
 */
final class ExpressionFence extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_JSON = 8 * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (String name : (Iterable<String>) request.getParameterMap().keySet()::iterator) {
            if (isExpression(name)) {
                refuse(response, "Expressions are not accepted in queries.");
                return;
            }
        }
        if (!mayCarryJson(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_JSON + 1);
        if (body.length > LARGEST_JSON) {
            refuse(response, "The request is too large.");
            return;
        }
        if (body.length > 0 && holdsExpression(body)) {
            refuse(response, "Expressions are not accepted in queries.");
            return;
        }
        chain.doFilter(new Replayed(request, body), response);
    }

    /** Without a content type, or with an unusual one, the body is looked at too; files are not. */
    private static boolean mayCarryJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                || !(type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                        || type.toLowerCase(Locale.ROOT).startsWith("application/octet-stream")
                        || type.toLowerCase(Locale.ROOT).startsWith("application/pdf"));
    }

    private static boolean holdsExpression(byte[] body) {
        try {
            return holdsExpression(JSON.readTree(body));
        } catch (IOException notJson) {
            // what is no JSON for this parser is none for the engine's: it answers 400 itself
            return false;
        }
    }

    private static boolean holdsExpression(JsonNode node) {
        for (var fields = node.fields(); fields.hasNext(); ) {
            var field = fields.next();
            if (isExpression(field.getKey()) || holdsExpression(field.getValue())) {
                return true;
            }
        }
        for (JsonNode element : node.isArray() ? node : JSON.createArrayNode()) {
            if (holdsExpression(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static void refuse(HttpServletResponse response, String sentence) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        JSON.writeValue(
                response.getWriter(),
                JSON.createObjectNode().put("type", "Refusal").put("message", sentence));
    }

    /** The request with its body to be read once more. */
    private static final class Replayed extends HttpServletRequestWrapper {
        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    return bytes.read(buffer, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("This body is read at once");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
