package org.assent.webapp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assent.engine.Refusal;
import org.assent.mail.Attachment;
import org.assent.mail.Outbox;
import org.assent.mail.OutboxMail;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;

/** The letters in data/outbox: all of them for the Secretariat, for others what is addressed to them. */
@Component
class OutboxPage {

    private static final int MOST = 300;

    private final Outbox outbox;
    private final ProjectRegister projects;
    private final CasePage cases;

    OutboxPage(Outbox outbox, ProjectRegister projects, CasePage cases) {
        this.outbox = outbox;
        this.projects = projects;
        this.cases = cases;
    }

    List<Map<String, Object>> list() {
        return mine().stream().limit(MOST).map(OutboxPage::line).toList();
    }

    Map<String, Object> letter(String name) {
        OutboxMail letter = find(name);
        return Map.of(
                "subject", letter.subject(),
                "to", letter.to(),
                "date", date(letter),
                "text", letter.text(),
                "attachments", letter.attachments());
    }

    Attachment attachment(String name, String file) {
        return outbox.attachment(find(name).name(), file);
    }

    private OutboxMail find(String name) {
        OutboxMail letter = outbox.read(name);
        if (!isMine().test(letter)) {
            throw new Refusal("There is no such mail in the outbox.");
        }
        return letter;
    }

    private List<OutboxMail> mine() {
        return outbox.list().stream().filter(isMine()).toList();
    }

    private java.util.function.Predicate<OutboxMail> isMine() {
        Viewer viewer = cases.viewer();
        if (viewer.readsPeople()) {
            return letter -> true;
        }
        Set<String> addresses = addresses(viewer);
        return letter -> Arrays.stream(letter.to().split("[,\\s<>]+")).anyMatch(addresses::contains);
    }

    /** A liaison officer's and a head's letters are each their own. */
    private Set<String> addresses(Viewer viewer) {
        return viewer.economy().map(projects::economy).stream()
                .flatMap(economy -> java.util.stream.Stream.of(
                        viewer.is("npo-liaison") ? economy.liaisonAddress() : "",
                        viewer.is("npo-heads") ? economy.headAddress() : ""))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Object> line(OutboxMail letter) {
        return Map.of(
                "name", letter.name(),
                "date", date(letter),
                "to", letter.to(),
                "subject", letter.subject(),
                "attachments", letter.attachments().size());
    }

    private static String date(OutboxMail letter) {
        return letter.date() == null ? "" : TokyoTime.moment(letter.date());
    }
}
