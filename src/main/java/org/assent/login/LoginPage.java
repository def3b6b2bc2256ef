package org.assent.login;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page where people log in, and the one where they log out without a script. */
@Controller
class LoginPage {

    /** Where a provider's page leads: from there on to the page that was wanted, and to the place in it. */
    static final String BACK = "/login/back";

    private final String frame = read("login/page.html");
    private final String password = read("login/password.html");
    private final String elsewhere = read("login/elsewhere.html");
    private final String back = read("login/back.html");
    private final String leave = read("login/leave.html");
    private final ObjectProvider<WaysIn> ways;

    LoginPage(ObjectProvider<WaysIn> ways) {
        this.ways = ways;
    }

    @GetMapping("/login")
    void login(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
            throws IOException {
        if (login != null) {
            response.sendRedirect(WhereTo.of(request));
        } else {
            write(request, response, HttpServletResponse.SC_OK, said(request));
        }
    }

    /** A place within a page stands after the #, which only a script can bring back; without it there is a link. */
    @GetMapping(BACK)
    void back(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
            throws IOException {
        if (login == null) {
            response.sendRedirect("/login");
        } else {
            send(response, HttpServletResponse.SC_OK, "", back.replace("{address}", htmlEscape(WhereTo.of(request))));
        }
    }

    @GetMapping("/logout")
    void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
            throws IOException {
        if (login == null) {
            response.sendRedirect("/login");
        } else {
            String who = leave.replace("{user}", htmlEscape(login.getName())).replace("{token}", token(request));
            send(response, HttpServletResponse.SC_OK, "", who);
        }
    }

    private static String said(HttpServletRequest request) {
        if (request.getParameter("left") != null) {
            return "You have logged out.";
        }
        return request.getParameter("ended") == null
                ? ""
                : "Your session has ended. Please log in again; what you had typed is kept in this browser.";
    }

    /** The page with one sentence on it, if there is something to say. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String sentence)
            throws IOException {
        String away = ways.getObject().elsewhere();
        if (away != null && request.getParameter(WhereTo.PARAMETER) != null) {
            WhereTo.remember(request);
        }
        String form = away == null
                ? password.replace("{token}", token(request))
                : elsewhere.replace("{address}", htmlEscape(away));
        send(response, status, sentence == null ? "" : sentence, form);
    }

    private void send(HttpServletResponse response, int status, String sentence, String form) throws IOException {
        String said = sentence.isEmpty() ? "" : "<p class=\"said\" role=\"alert\">" + htmlEscape(sentence) + "</p>";
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(frame.replace("{said}", said).replace("{form}", form));
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? htmlEscape(token.getToken())
                : "";
    }

    private static String read(String name) {
        try (var page = new ClassPathResource(name).getInputStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
