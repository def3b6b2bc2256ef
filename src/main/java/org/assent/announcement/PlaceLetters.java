package org.assent.announcement;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.mail.Message;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes who withdrew and who takes the place. The reason goes to the NPO itself and to the Secretariat, not to the
 * host; an NPO never reads the name of another economy's participant.
 */
@Component
@Transactional(readOnly = true)
class PlaceLetters {

    private final PlaceService places;
    private final ProjectRegister projects;
    private final String secretariat;

    PlaceLetters(
            PlaceService places,
            ProjectRegister projects,
            @Value("${assent.secretariat-address:secretariat@example.org}") String secretariat) {
        this.places = places;
        this.projects = projects;
        this.secretariat = secretariat;
    }

    /** All withdrawals of one economy: a letter that has been sent is known by its key and is not sent again. */
    List<Message> withdrawals(String nominationKey) {
        String[] key = nominationKey.split("/", 2);
        ProjectFacts project = projects.project(key[0]);
        return places.of(project.code(), key[1], ParticipationState.WITHDRAWN, ParticipationState.REPLACED).stream()
                .flatMap(left -> {
                    String news = who(left) + " has withdrawn.";
                    Letters letters = new Letters(project, "tellWithdrawal." + left.reference(), "A withdrawal from ");
                    letters.toSecretariat(news + reason(left));
                    letters.toHosts(news);
                    letters.toNpo(left.economy(), news + reason(left));
                    return letters.written().stream();
                })
                .toList();
    }

    List<Message> promotion(String code, String withdrawn, String promoted) {
        ProjectFacts project = projects.project(code);
        ParticipantFacts left = places.participant(code, withdrawn);
        ParticipantFacts next = places.participant(code, promoted);
        String news = who(left) + " has withdrawn. " + who(next) + " takes the place.";
        Letters letters = new Letters(project, "tellPromotion." + promoted, "An alternate takes a place in ");
        letters.toSecretariat(news + reason(left));
        letters.toHosts(news);
        letters.toNpo(
                next.economy(),
                "A place has become free, and your alternate " + who(next)
                        + " takes it. Please confirm, or say why your participant withdraws, in the task “Confirm the"
                        + " participants”.");
        return letters.written();
    }

    List<Message> emptyPlace(String code, String withdrawn) {
        ProjectFacts project = projects.project(code);
        ParticipantFacts left = places.participant(code, withdrawn);
        String news = who(left) + " has withdrawn. There is nobody to take the place.";
        Letters letters = new Letters(project, "tellEmptyPlace." + withdrawn, "A place stays empty in ");
        letters.toSecretariat(news + reason(left));
        letters.toHosts(news);
        letters.toNpo(left.economy(), news + reason(left));
        return letters.written();
    }

    private String who(ParticipantFacts participant) {
        return participant.displayName() + " (" + participant.reference() + ", "
                + projects.economy(participant.economy()).name() + ")";
    }

    private static String reason(ParticipantFacts left) {
        return left.withdrawalReason() == null ? "" : " Reason: " + left.withdrawalReason();
    }

    /** One letter per reader; who is both host and NPO concerned reads the NPO's. */
    private final class Letters {

        private final ProjectFacts project;
        private final String kind;
        private final String subject;
        private final Map<String, Message> written = new LinkedHashMap<>();

        Letters(ProjectFacts project, String kind, String subject) {
            this.project = project;
            this.kind = kind;
            this.subject = subject;
        }

        void toSecretariat(String news) {
            write("secretariat", "the Secretariat", List.of(secretariat), news);
        }

        void toHosts(String news) {
            project.hosts().forEach(host -> toNpo(host, news));
        }

        void toNpo(String economy, String news) {
            EconomyFacts npo = projects.economy(economy);
            write(economy, npo.npo(), List.of(npo.liaisonAddress(), npo.headAddress()), news);
        }

        private void write(String reader, String name, List<String> to, String news) {
            String text = List.of(
                            "To " + name,
                            project.title() + " (" + project.code() + "), " + Wording.dates(project),
                            news,
                            "APO Secretariat\n")
                    .stream()
                    .collect(joining("\n\n"));
            written.put(
                    reader,
                    new Message(
                            project.code() + "." + kind + "." + reader, to, subject + project.code(), text, List.of()));
        }

        List<Message> written() {
            return List.copyOf(written.values());
        }
    }
}
