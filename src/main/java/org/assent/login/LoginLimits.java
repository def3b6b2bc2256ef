package org.assent.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many logins from one address may fail within a while. (One account's wrong passwords are counted and delayed by
 * the engine, in its table.) Kept in this node's memory: a restart forgives, and with several nodes an address has as
 * many tries on each, which a flood does not profit from and a table would pay for with a write per wrong password.
 */
final class LoginLimits {

    /** More addresses than this are a flood themselves: the ones heard of longest ago are forgotten. */
    private static final int MOST_ADDRESSES = 20_000;

    private final int failures;
    private final Duration window;
    private final InstantSource wall;
    private final Map<String, Deque<Instant>> tries = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** By the machine's time: a rehearsal's clock forgives nobody. */
    LoginLimits(LoginSettings settings, InstantSource wall) {
        this.failures = settings.failuresPerAddress();
        this.window = settings.window();
        this.wall = wall;
    }

    /** Counts a try before its outcome is known, so that many at once are no way around; false when it is one too many. */
    synchronized boolean begin(String address) {
        Deque<Instant> recent = tries.computeIfAbsent(network(address), key -> new ArrayDeque<>());
        Instant now = wall.instant();
        while (!recent.isEmpty() && recent.peekFirst().plus(window).isBefore(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= failures) {
            return false;
        }
        recent.addLast(now);
        return true;
    }

    /** A right password is no failure; those before it stay, or an own account would pay for guessing others'. */
    synchronized void succeeded(String address) {
        Deque<Instant> recent = tries.get(network(address));
        if (recent != null) {
            recent.pollLast();
        }
    }

    long secondsToWait() {
        return window.toSeconds();
    }

    /** Whoever has one IPv6 address has all of its /64. */
    static String network(@Nullable String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = java.net.InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (java.net.UnknownHostException notAnAddress) {
            return address;
        }
    }
}
