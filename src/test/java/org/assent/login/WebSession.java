package org.assent.login;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without a screen: keeps cookies, logs in on the page as a person does, and sends the web apps' token with
 * what it posts. Follows no redirect by itself.
 */
// public: whoever tries the web apps' side of the engine's API needs a session
public final class WebSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public WebSession(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Logged in at Tasklist, with the password of the demonstration. */
    public static WebSession of(int port, String user) {
        return of(port, user, "demo");
    }

    public static WebSession of(int port, String user, String password) {
        WebSession session = new WebSession(port);
        HttpResponse<String> answer = session.login(user, password);
        if (answer.statusCode() != 302) {
            throw new AssertionError(user + " cannot log in: " + answer.statusCode());
        }
        // the first page hands out the token
        session.get("/camunda/app/welcome/default/");
        return session;
    }

    HttpResponse<String> login(String user, String password) {
        return form("/login", "/login", user, password);
    }

    HttpResponse<String> form(String page, String target, String user, String password) {
        Matcher token = TOKEN.matcher(get(page).body());
        return send(HttpRequest.newBuilder(URI.create(address + target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encode(user) + "&password=" + encode(password)
                        + (token.find() ? "&_csrf=" + encode(token.group(1)) : ""))));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html,*/*"));
    }

    public HttpResponse<String> ask(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "application/json"));
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    public HttpResponse<String> send(String method, String path, String json) {
        return send(method, path, "application/json", json);
    }

    public HttpResponse<String> send(String method, String path, String type, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /** What another server answers, without any of our cookies. */
    static HttpResponse<String> away(String address) {
        return new WebSession(0).send(HttpRequest.newBuilder(URI.create(address)));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Goes on with somebody else's cookie. */
    void take(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
