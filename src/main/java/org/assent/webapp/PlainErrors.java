package org.assent.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What anybody sees of an error that nobody answered: one sentence and a reference, and nothing of our insides. */
@Controller
class PlainErrors implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrors.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RequestMapping("/error")
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // whoever asks for the page itself sees that there is nothing
        int status = code instanceof Integer found && found >= 400 ? found : HttpServletResponse.SC_NOT_FOUND;
        String reference = References.of(request);
        if (status >= 500) {
            LOG.error("Reference {}: {} failed with {}", reference, request.getMethod(), kind(request));
        }
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        boolean page = String.valueOf(request.getHeader("Accept")).contains("text/html");
        response.setContentType(page ? "text/html;charset=UTF-8" : "application/json;charset=UTF-8");
        String text = page
                ? page(
                        status == HttpServletResponse.SC_NOT_FOUND ? "There is no such page." : sentence(status),
                        reference)
                : json(status, reference);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String kind(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown == null ? "no exception" : thrown.getClass().getSimpleName();
    }

    private static String json(int status, String reference) throws IOException {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("type", status >= 500 ? "Failure" : "Refusal")
                .put("message", sentence(status))
                .put(References.REFERENCE, reference));
    }

    static String page(String sentence, String reference) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Assent</title></head>
                <body><h1>Assent</h1><p>%s</p><p>Reference: %s</p><p><a href="/">To the desk</a></p></body></html>
                """
                .formatted(sentence, reference);
    }

    static String sentence(int status) {
        return switch (status) {
            case 400 -> "This request could not be read.";
            case 401 -> "Please log in.";
            case 403 -> "You may not do this.";
            case 404 -> "There is nothing here.";
            case 405 -> "This cannot be done here.";
            case 406, 415 -> "This kind of content is not taken here.";
            case 408 -> "The request took too long to arrive.";
            case 413, 414, 431 -> "The request is too large.";
            case 429 -> "Too many tries. Please wait.";
            default ->
                status < 500
                        ? "This request was refused."
                        : "Something went wrong that should not have, and nothing was saved. Please tell your administrator the reference.";
        };
    }
}
