package org.assent.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.assent.project.ImportAnswer;
import org.assent.project.NotificationImport;
import org.assent.project.ProjectDesk;
import org.assent.project.ProjectState;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The notification: imported, drafted, checked, issued; and revised once, before the closing date. */
@Component
@Profile("rehearsal")
class NotificationAct {

    private static final List<String> SAMPLES =
            List.of("samples/project-notification.pdf", "samples/project-notification.txt");

    private final Stage stage;
    private final NotificationImport imports;
    private final ProjectDesk desk;

    NotificationAct(Stage stage, NotificationImport imports, ProjectDesk desk) {
        this.stage = stage;
        this.imports = imports;
        this.desk = desk;
    }

    void issue() {
        Official officer = stage.user("programme-officer");
        Official secretaryGeneral = stage.user("secretary-general");
        ImportAnswer answer = officer.does(this::importSample);
        Stage.demand(answer.status() == 201, "The sample could not be imported: " + answer.body());
        String code = String.valueOf(answer.body().get("projectCode"));
        stage.plays(code);
        stage.tell("%s imported from the sample, unread: %s"
                .formatted(code, answer.body().get("unread")));
        ImportAnswer again = officer.does(this::importSample);
        Stage.demand(again.status() == 409, "The same notification could be imported twice.");
        stage.refused(officer.user(), String.valueOf(again.body().get("message")));

        officer.complete(
                code,
                "draftNotification",
                form -> form.enter(
                        "targetGroups",
                        List.of("NPO", "GOVERNMENT", "LOCAL_GOVERNMENT", "PUBLIC_ENTERPRISE", "ACADEMIA")));
        officer.complete(code, "checkNotification", form -> form.enter("notificationCheck", "IN_ORDER"));
        stage.tell("notification drafted and checked");
        String approval = secretaryGeneral.find(code, "approveNotification").orElseThrow();
        stage.refused(
                officer, () -> officer.isRefusedByLink(approval, java.util.Map.of("notificationApproval", "ISSUE")));
        secretaryGeneral.complete(code, "approveNotification", form -> form.enter("notificationApproval", "ISSUE"));
        stage.settle();
        Stage.demand(stage.project().state() == ProjectState.NOTIFIED, "The notification was not issued.");
        stage.tell("notification issued to %d economies; %d overseas and %d local places, closing on %s"
                .formatted(
                        stage.project().economies().size(),
                        stage.project().overseasPlaces(),
                        stage.project().localPlaces(),
                        stage.project().closingDate()));
    }

    private ImportAnswer importSample() {
        ClassPathResource sample = SAMPLES.stream()
                .map(ClassPathResource::new)
                .filter(ClassPathResource::exists)
                .findFirst()
                .orElseThrow();
        try (var content = sample.getInputStream()) {
            return imports.take(
                    content.readAllBytes(),
                    String.valueOf(sample.getPath()).endsWith(".pdf") ? "application/pdf" : "text/plain");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the NPOs two more days; every timer of project and nominations follows. */
    void revise() {
        Official officer = stage.user("programme-officer");
        Official secretaryGeneral = stage.user("secretary-general");
        LocalDate closing = stage.project().closingDate();
        officer.does(() -> desk.requestChange(stage.code()));
        stage.refused(
                officer,
                () -> officer.isRefused(stage.code(), "proposeChange", form -> form.enter("changeKind", "REVISE")
                        .enter("changeReason", "More time for the NPOs.")
                        .enter("closingDate", stage.today().minusDays(9).toString())));
        officer.complete(stage.code(), "proposeChange", form -> form.enter("changeKind", "REVISE")
                .enter("changeReason", "Several NPOs asked for two more days.")
                .enter("closingDate", closing.plusDays(2).toString()));
        stage.tell("revision proposed: closing date two days later");
        secretaryGeneral.complete(stage.code(), "decideChange", form -> form.enter("changeDecision", "APPROVE"));
        stage.settle();
        Stage.demand(
                stage.project().version() == 2 && stage.project().closingDate().equals(closing.plusDays(2)),
                "The revision was not issued.");
        stage.tell("revision approved and circulated: " + stage.project().reference() + ", closing on "
                + stage.project().closingDate());
    }
}
