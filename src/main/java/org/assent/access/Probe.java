package org.assent.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.assent.file.ReadRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * A request of our own making, sent through a running filter to see who gets past it. It leaves out what no filter of
 * ours reads; it never reaches a servlet.
 */
final class Probe {

    /** From a network that is set aside for documentation, so that nobody else is counted with it. */
    private static final String NOBODYS_ADDRESS = "192.0.2.77";

    private static final HttpServletMapping BY_NO_SERVLET = fake(
            HttpServletMapping.class,
            (called, arguments) ->
                    called.getReturnType() == MappingMatch.class ? MappingMatch.DEFAULT : nothing(called));

    private final String method;
    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private byte[] body = {};
    private @Nullable Authentication session;

    private Probe(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Probe of(String method, String path) {
        return new Probe(method, path);
    }

    Probe withJson(String json) {
        this.body = json.getBytes(StandardCharsets.UTF_8);
        return withHeader("Content-Type", "application/json");
    }

    Probe withHeader(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    Probe withBasic(String user, String password) {
        return withHeader(
                "Authorization",
                "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** As a browser in which somebody has logged in. */
    Probe withSession(Authentication login) {
        this.session = login;
        return this;
    }

    /**
     * What came of it.
     *
     * @param passed the filter let it through
     */
    record Outcome(boolean passed, int status, Map<String, String> headers) {}

    /** On a thread of its own: filters set and clear who is logged in, by thread. */
    Outcome through(jakarta.servlet.Filter filter) {
        FutureTask<Outcome> task = new FutureTask<>(() -> send(filter));
        Thread thread = new Thread(task, "fence-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The probe was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The probe %s %s failed".formatted(method, path), e.getCause());
        }
    }

    private Outcome send(jakarta.servlet.Filter filter) throws IOException, ServletException {
        // the log leaves out what this thread alone is refused (logback-spring.xml): an operator could take it for an
        // attack
        MDC.put("probe", "fence");
        Answer answer = new Answer();
        boolean[] passed = {false};
        FilterChain end = (request, response) -> passed[0] = true;
        filter.doFilter(new ReadRequest(request(), body), answer.response(), end);
        return new Outcome(passed[0], answer.status, answer.headers);
    }

    private HttpServletRequest request() {
        Map<String, Object> attributes = new HashMap<>();
        return fake(HttpServletRequest.class, (called, arguments) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getRequestURI", "getServletPath" -> path;
            case "getRequestURL" -> new StringBuffer("http://localhost" + path);
            case "getContextPath" -> "";
            case "getScheme" -> "http";
            case "getProtocol" -> "HTTP/1.1";
            case "getServerName", "getLocalName", "getRemoteHost" -> "localhost";
            case "getServerPort" -> 80;
            case "getRemoteAddr" -> NOBODYS_ADDRESS;
            case "getDispatcherType" -> jakarta.servlet.DispatcherType.REQUEST;
            case "getCharacterEncoding" -> "UTF-8";
            case "getContentType" -> headers.get("content-type");
            case "getContentLength" -> body.length;
            case "getContentLengthLong" -> (long) body.length;
            case "getHeader" -> headers.get(String.valueOf(arguments[0]).toLowerCase(Locale.ROOT));
            case "getHeaders" -> {
                String value = headers.get(String.valueOf(arguments[0]).toLowerCase(Locale.ROOT));
                yield Collections.enumeration(value == null ? List.of() : List.of(value));
            }
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getDateHeader" -> -1L;
            case "getIntHeader" -> -1;
            case "getLocale" -> Locale.ROOT;
            case "getHttpServletMapping" -> BY_NO_SERVLET;
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove(arguments[0]);
            case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
            case "getSession" -> session == null ? null : session();
            case "getRequestedSessionId" -> session == null ? null : "probe";
            case "isRequestedSessionIdValid" -> session != null;
            default -> nothing(called);
        });
    }

    private HttpSession session() {
        SecurityContext context = new SecurityContextImpl(session);
        return fake(HttpSession.class, (called, arguments) -> switch (called.getName()) {
            case "getAttribute" -> "SPRING_SECURITY_CONTEXT".equals(arguments[0]) ? context : null;
            case "getId" -> "probe";
            default -> nothing(called);
        });
    }

    /** What a filter answers, kept as far as a fence wants to know it. */
    private static final class Answer {
        private int status = 200;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        HttpServletResponse response() {
            return fake(HttpServletResponse.class, (called, arguments) -> switch (called.getName()) {
                case "setStatus", "sendError" -> status = (int) arguments[0];
                case "sendRedirect" -> status = HttpServletResponse.SC_FOUND;
                case "getStatus" -> status;
                case "setHeader", "addHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "getHeader" -> headers.get((String) arguments[0]);
                case "containsHeader" -> headers.containsKey((String) arguments[0]);
                case "encodeURL", "encodeRedirectURL" -> arguments[0];
                case "getWriter" -> new PrintWriter(Writer.nullWriter());
                case "getOutputStream" -> new Nowhere();
                case "getCharacterEncoding" -> "UTF-8";
                case "getLocale" -> Locale.ROOT;
                default -> nothing(called);
            });
        }
    }

    private interface Handler {
        @Nullable
        Object handle(Method called, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            return switch (called.getName()) {
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == arguments[0];
                case "toString" -> "probe";
                default -> {
                    Object answer = handler.handle(called, arguments);
                    yield called.getReturnType() == void.class ? null : answer;
                }
            };
        }));
    }

    private static @Nullable Object nothing(Method called) {
        Class<?> type = called.getReturnType();
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        } else if (type == Enumeration.class) {
            return Collections.emptyEnumeration();
        } else if (type == Map.class) {
            return Map.of();
        } else if (Collection.class.isAssignableFrom(type)) {
            return List.of();
        }
        return null;
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public void write(int one) {
            // nobody reads it
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("This answer is written at once");
        }
    }
}
