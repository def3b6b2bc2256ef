package org.assent.nomination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.springframework.stereotype.Component;

/** Shows the participants' evaluation where the Secretariat evaluates the project. */
@Component
class ParticipantJudgement implements TaskPrefill {

    private final NominationRegister nominations;

    ParticipantJudgement(NominationRegister nominations) {
        this.nominations = nominations;
    }

    @Override
    public String task() {
        return "evaluateProject";
    }

    @Override
    public Map<String, ?> values(OpenTask open) {
        return Map.of(
                "participantEvaluations",
                nominations
                        .evaluation(open.projectCode())
                        .map(ParticipantJudgement::rows)
                        .orElse(List.of()));
    }

    private static List<Row> rows(EvaluationFacts facts) {
        String answers = Integer.toString(facts.answers());
        List<Row> rows = new ArrayList<>(List.of(
                new Row("Content", facts.content().toPlainString(), answers),
                new Row("Speakers", facts.speakers().toPlainString(), answers),
                new Row("Organization", facts.organization().toPlainString(), answers),
                new Row("Usefulness for the own work", facts.usefulness().toPlainString(), answers)));
        facts.comments().forEach(comment -> rows.add(new Row("Comment: " + comment, "", "")));
        return rows;
    }

    private record Row(String question, String average, String answers) {}
}
