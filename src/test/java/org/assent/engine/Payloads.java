package org.assent.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Expressions that attackers are known to try, one a line: what it is, a tab, the expression. Public: each entrance tries them. */
public final class Payloads {

    private Payloads() {}

    /** One of them. */
    public record Payload(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Payload> all() {
        List<Payload> payloads = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("src/test/resources/expressions/payloads.txt"))) {
                int tab = line.indexOf('\t');
                if (tab < 0) {
                    // the line before goes on
                    Payload before = payloads.remove(payloads.size() - 1);
                    payloads.add(new Payload(before.name(), before.text() + "\n" + line));
                } else {
                    payloads.add(new Payload(
                            line.substring(0, tab), line.substring(tab + 1).replace("\\0", "\0")));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The list of payloads cannot be read", e);
        }
        return payloads;
    }
}
