package org.assent.webapp;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The running desk, seen through browsers: officials log in here. */
// public: tests of any capability drive their forms through it
public final class Desk implements AutoCloseable {

    private final String address;
    private final List<Official> officials = new ArrayList<>();

    Desk(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** A demonstration user at Tasklist. */
    public Official login(String user) {
        return login(user, "demo");
    }

    public Official login(String user, String password) {
        Official official = visitor(user);
        official.login(password);
        return official;
    }

    /** Somebody with a browser of their own who has not logged in yet. */
    public Official visitor(String user) {
        var browser = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Asia/Colombo")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        Official official = new Official(address, user, browser);
        officials.add(official);
        return official;
    }

    public String address() {
        return address;
    }

    /** What stands on every open screen, under target/desk. */
    void photograph(String name) {
        officials.forEach(
                official -> official.photograph(Path.of("target", "desk", name + "." + official.user() + ".png")));
    }

    @Override
    public void close() {
        officials.forEach(Official::close);
        officials.clear();
    }
}
