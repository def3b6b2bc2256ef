package org.assent.rehearsal;

import java.time.Duration;
import java.util.Set;
import org.assent.certification.CertificateRegister;
import org.assent.project.ProjectRegister;
import org.assent.project.ProjectState;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Certificates, evaluations, the end of the project. */
@Component
@Profile("rehearsal")
class ClosingAct {

    private static final String WITHOUT_EVALUATION = "IR";

    private final Stage stage;
    private final OtherNpos npos;
    private final CertificateRegister certificates;
    private final ProjectRegister projects;

    ClosingAct(Stage stage, OtherNpos npos, CertificateRegister certificates, ProjectRegister projects) {
        this.stage = stage;
        this.npos = npos;
        this.certificates = certificates;
        this.projects = projects;
    }

    /** After the days in which attendance can be contested. */
    void certify() {
        Official secretaryGeneral = stage.user("secretary-general");
        secretaryGeneral.complete(stage.code(), "signCertificates", form -> form.enter("signOff", "SIGN"));
        stage.tell("the Secretary-General signs for all certificates at once");
        stage.settle();
        stage.tell(certificates.certificates(stage.code()).size() + " certificates issued and sent through the NPOs");
        certificates.decisions(stage.code()).stream()
                .filter(decision -> !decision.certified())
                .forEach(decision -> stage.left(
                        decision.reference() + ", " + stage.name(decision.economy()),
                        "No certificate: " + decision.reason()));
    }

    void evaluate() {
        int played = npos.play(stage.code(), Set.of(WITHOUT_EVALUATION), stage::tell);
        Stage.demand(played > 0, "No NPO was asked for the participants' evaluation.");
        stage.tell("evaluations of the participants from %d NPOs".formatted(played));
        stage.at(stage.now().plus(Duration.ofDays(16)));
    }

    void close() {
        stage.user("programme-officer").complete(stage.code(), "evaluateProject", form -> form.enter("rating", 4)
                .enter("evaluation", "The aims were reached; the group was active to the last session."));
        stage.settle();
        boolean archived = projects.lines().stream()
                .anyMatch(line -> line.code().equals(stage.code()) && line.state() == ProjectState.ARCHIVED);
        Stage.demand(archived, "The project was not archived.");
        stage.tell("project evaluated and closed");
    }
}
