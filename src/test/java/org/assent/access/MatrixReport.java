package org.assent.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Expected and seen, side by side, as a page that can be read: target/security/matrix.html, grown by each test that tries a table. */
final class MatrixReport {

    private static final Path PAGE = Path.of("target/security/matrix.html");
    /** Kept for the life of the JVM: several tests write one page. */
    private static final Map<String, String> TABLES = new TreeMap<>();

    /** How it was tried stands in the CSV; a reader of the page asks who and what. */
    private static final Set<String> LEFT_OUT = Set.of("try", "type", "body", "yes", "no");

    private final Matrix matrix;
    private final Map<Matrix.Row, Map<String, String>> seen = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    MatrixReport(Matrix matrix) {
        this.matrix = matrix;
    }

    /** Notes what one role met; whether that is what was expected is asked of the words alone, or told by the test. */
    void saw(Matrix.Row row, String role, String what) {
        saw(row, role, what, what.equals(row.expected().get(role)));
    }

    void saw(Matrix.Row row, String role, String what, boolean right) {
        seen.computeIfAbsent(row, key -> new LinkedHashMap<>()).put(role, (right ? "" : "!") + what);
        if (!right) {
            wrong.add("%s %s: %s expected “%s” and met “%s”"
                    .formatted(
                            matrix.name(),
                            String.join(" ", row.tried().values()),
                            role,
                            row.expected().get(role),
                            what));
        }
    }

    /** What is tried in the running application, and no row names it; or the other way round. */
    void missing(String what) {
        wrong.add(matrix.name() + ": " + what);
    }

    List<String> wrong() {
        write();
        return wrong;
    }

    private void write() {
        TABLES.put(matrix.name(), table());
        StringBuilder page = new StringBuilder(
                """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Who may do what: expected and seen</title><style>
                body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b}h1{font-size:1.5rem}h2{margin-top:2.5rem;font-size:1.2rem}
                .scroll{overflow:auto;max-height:85vh;border:1px solid #999}table{border-collapse:collapse;font-size:13px}
                th,td{border:1px solid #ccc;padding:.2rem .45rem;text-align:left;vertical-align:top;white-space:nowrap}
                thead th{position:sticky;top:0;background:#e9eef4;z-index:2}thead th.role{writing-mode:vertical-rl;transform:rotate(180deg);padding:.5rem .2rem}
                tbody th{position:sticky;left:0;background:#f6f8fa;font-weight:600}td.tried{color:#333;white-space:normal;overflow-wrap:anywhere;max-width:34rem}
                td.allowed{background:#d8f0d8;color:#0b4d0b}td.refused{background:#f3f3f3;color:#555}td.wrong{background:#b00020;color:#fff;font-weight:700}
                p.bad{color:#b00020;font-weight:700}p.good{color:#0b4d0b;font-weight:700}</style></head><body>
                <h1>Who may do what: expected and seen</h1>
                <p>What is expected was written by hand from the sentences of issue 4 and domain.md (src/test/resources/org/assent/access/matrix-*.csv); what was
                seen is what the running desk answered. Green: allowed, and so expected. Grey: refused, and so expected. Red: not what was expected.</p>
                """);
        page.append("<p>%s UTC · Camunda %s · Spring Boot %s · Java %s · %s</p>"
                .formatted(
                        LocalDateTime.now(ZoneOffset.UTC).withNano(0),
                        org.camunda.bpm.engine.ProcessEngine.class.getPackage().getImplementationVersion(),
                        org.springframework.boot.SpringBootVersion.getVersion(),
                        Runtime.version(),
                        System.getProperty("assent.database", "h2")));
        page.append(
                "<p>Elsewhere, each in a test that names the attack: replayed, forged and expired tokens, requests from another origin, session"
                        + " fixation and floods of logins (package login); expressions, variables and the two published holes on both roots (KnownPayloadsTest,"
                        + " VariablesByRestTest, ClosedDoorsTest); every address of the engine's API tried by strangers, outsiders and auditors (EveryAddressTest).</p>");
        TABLES.values().forEach(page::append);
        page.append("</body></html>\n");
        try {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table() {
        StringBuilder html = new StringBuilder("<h2>%s</h2><p>%s</p>"
                .formatted(escaped(matrix.name().replace("matrix-", "")), escaped(String.join(" ", matrix.about()))));
        html.append(
                wrong.isEmpty()
                        ? "<p class=\"good\">%d rows × %d roles: all as expected.</p>"
                                .formatted(matrix.rows().size(), Trial.ROLES.size())
                        : "<p class=\"bad\">%d not as expected.</p>".formatted(wrong.size()));
        wrong.stream().limit(20).forEach(line -> html.append("<p class=\"bad\">")
                .append(escaped(line))
                .append("</p>"));
        html.append("<div class=\"scroll\"><table><thead><tr>");
        shown().forEach(column -> html.append("<th>").append(escaped(column)).append("</th>"));
        Trial.ROLES.forEach(role ->
                html.append("<th class=\"role\">").append(escaped(role.name())).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (Matrix.Row row : matrix.rows()) {
            html.append("<tr>");
            boolean first = true;
            for (String column : shown()) {
                html.append(first ? "<th>" : "<td class=\"tried\">")
                        .append(escaped(row.get(column)))
                        .append(first ? "</th>" : "</td>");
                first = false;
            }
            for (Trial.Role role : Trial.ROLES) {
                html.append(cell(row, role.name()));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private List<String> shown() {
        return matrix.columns().stream()
                .filter(column -> !LEFT_OUT.contains(column))
                .toList();
    }

    private String cell(Matrix.Row row, String role) {
        String expected = String.valueOf(row.expected().get(role));
        String met = seen.getOrDefault(row, Map.of()).getOrDefault(role, "!not tried");
        if (met.startsWith("!")) {
            return "<td class=\"wrong\">expected %s, met %s</td>"
                    .formatted(expected.isEmpty() ? "nothing" : escaped(expected), escaped(met.substring(1)));
        }
        boolean refused = expected.isEmpty() || expected.equals("n");
        String shown = met.equals("y") ? "yes" : met.equals("n") ? "no" : met.isEmpty() ? "no" : met;
        return "<td class=\"%s\">%s</td>".formatted(refused ? "refused" : "allowed", escaped(shown));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
