package org.assent.webapp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.assent.mail.Attachment;
import org.assent.mail.Outbox;
import org.assent.mail.OutboxMail;
import org.assent.organisation.OrganisationRegister;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;

/** The letters in data/outbox: those to offices for the Cabinet Division, all others for the Secretariat, for the rest what is addressed to them. */
@Component
class OutboxPage {

    private static final int MOST = 300;

    private final Outbox outbox;
    private final ProjectRegister projects;
    private final OrganisationRegister organisations;
    private final CasePage cases;

    OutboxPage(Outbox outbox, ProjectRegister projects, OrganisationRegister organisations, CasePage cases) {
        this.outbox = outbox;
        this.projects = projects;
        this.organisations = organisations;
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
        if (!isMine(List.of(letter)).test(letter)) {
            throw new Refusal("There is no such mail in the outbox.");
        }
        return letter;
    }

    private List<OutboxMail> mine() {
        List<OutboxMail> letters = outbox.list();
        return letters.stream().filter(isMine(letters)).toList();
    }

    /** What goes to offices is the government's to read, the rest the Secretariat's; auditors read both. */
    private Predicate<OutboxMail> isMine(List<OutboxMail> letters) {
        Viewer viewer = cases.viewer();
        Set<String> own = addresses(viewer);
        Set<String> offices = organisations.addressesAmong(
                letters.stream().flatMap(OutboxPage::recipients).collect(Collectors.toSet()));
        return letter -> recipients(letter).anyMatch(own::contains)
                || viewer.readsAllAgreements() && recipients(letter).anyMatch(offices::contains)
                || viewer.readsPeople() && !recipients(letter).allMatch(offices::contains);
    }

    private static Stream<String> recipients(OutboxMail letter) {
        return Arrays.stream(letter.to().split("[,\\s<>]+")).filter(word -> !word.isEmpty());
    }

    /** A liaison officer's and a head's letters are each their own, a team's and its head's too. */
    private Set<String> addresses(Viewer viewer) {
        return Stream.concat(
                        viewer.economy().map(projects::economy).stream()
                                .flatMap(economy -> Stream.of(
                                        viewer.is("npo-liaison") ? economy.liaisonAddress() : "",
                                        viewer.is("npo-heads") ? economy.headAddress() : "")),
                        organisations.ofGroups(viewer.caller().groups()).stream()
                                .flatMap(office -> Stream.of(
                                        viewer.is(office.apaTeamGroup()) ? office.teamAddress() : "",
                                        viewer.is(office.headGroup()) ? office.headAddress() : "")))
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
