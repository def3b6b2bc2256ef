package org.assent.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a page of the web apps and its content policy the same nonce. Camunda keeps the nonce in one place for all
 * requests, so whoever asks anything while a page is being made leaves that page with a policy that forbids its own
 * scripts: it stays white.
 */
final class OneNoncePerPage extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
            String policy = answer.getHeader(POLICY);
            String type = answer.getContentType();
            if (policy != null && type != null && type.startsWith("text/html") && !answer.isCommitted()) {
                align(answer, policy);
            }
        } finally {
            answer.copyBodyToResponse();
        }
    }

    private static void align(ContentCachingResponseWrapper answer, String policy) throws IOException {
        String nonce = nonce();
        String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        answer.setHeader(POLICY, policy.replaceAll("'nonce-[^']*'", "'nonce-" + nonce + "'"));
        answer.resetBuffer();
        answer.getOutputStream()
                .write(page.replaceAll("nonce=\"[^\"]*\"", "nonce=\"" + nonce + "\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String nonce() {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
