package org.assent.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a login, or none, who sends to either root of the engine's API whatever bytes they like. */
final class Attacker {

    static final String REST = "/engine-rest";
    static final String WEB_APPS = "/camunda/api/engine/engine/default";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String server;
    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String basic = "";

    private Attacker(int port, String root) {
        this.server = "http://localhost:" + port;
        this.root = root;
    }

    static Attacker anonymous(int port, String root) {
        return new Attacker(port, root);
    }

    /** Logs in as people do on the web apps' root, and as programs do on the other. */
    static Attacker as(String user, int port, String root) {
        Attacker attacker = new Attacker(port, root);
        if (root.equals(REST)) {
            attacker.basic = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        } else {
            attacker.login(user);
        }
        return attacker;
    }

    private void login(String user) {
        Matcher token = TOKEN.matcher(
                send(HttpRequest.newBuilder(URI.create(server + "/login"))).body());
        if (token.find()) {
            form("/login", "username=" + user + "&password=demo&_csrf=" + encoded(token.group(1)));
        } else {
            send(HttpRequest.newBuilder(URI.create(server + "/camunda/app/tasklist/default/")));
            form("/camunda/api/admin/auth/user/default/login/tasklist", "username=" + user + "&password=demo");
        }
        send(HttpRequest.newBuilder(URI.create(server + "/camunda/app/tasklist/default/")));
        if (get("/task/count").statusCode() != 200) {
            throw new IllegalStateException(user + " could not log in");
        }
    }

    private void form(String path, String fields) {
        send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What an answer says, but for the number under which it is found in the log: each has its own. */
    static String plain(String body) {
        return body.replaceAll("\"reference\":\"[0-9A-F]{8}\"", "").replaceAll("reference [0-9A-F]{8}", "reference");
    }

    HttpResponse<String> get(String path) {
        return send(at(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String method, String path, String type, byte[] body) {
        return send(at(path).header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> compressed(String path, byte[] body) {
        return send(at(path).header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> deploy(String file, String content) {
        String part = "--xxxx\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("deployment-name", "", "burgle")
                + part.formatted("data", "; filename=\"" + file + "\"", content)
                + "--xxxx--\r\n";
        return send(
                "POST",
                "/deployment/create",
                "multipart/form-data; boundary=xxxx",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(server + (path.startsWith("/camunda/") ? "" : root) + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!basic.isEmpty()) {
            request.header("Authorization", "Basic " + basic);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
