package org.assent.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One sentence instead of what the engine would have said. */
final class PlainAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainAnswer() {}

    static void say(HttpServletResponse response, int status, String type, String sentence) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(JSON.writeValueAsString(
                                JSON.createObjectNode().put("type", type).put("message", sentence))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
