package org.assent.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assent.drafting.Content;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Indicator;
import org.assent.drafting.Content.Objective;
import org.assent.drafting.Opened;
import org.assent.drafting.SampleContents;
import org.assent.scheme.SectionKey;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A whole draft for whoever tries the desk out and has no figures of their own. Never in production. */
@Component
@Profile("!prod")
class SampleDraft {

    private final SampleContents written;
    private final Content content;

    SampleDraft(SampleContents written) throws IOException {
        this.written = written;
        try (InputStream sample = new ClassPathResource("samples/agreement.json").getInputStream()) {
            this.content = new ObjectMapper().readValue(sample, Content.class);
        }
    }

    /** The office's own where one is written down, else one that any office could have. */
    Content content(Opened opened) {
        String office = opened.key().split("/", 2)[0];
        return written.sample(office, opened.fiscalYear())
                .filter(own -> weight(own.objectives()).compareTo(opened.needed()) == 0)
                .orElseGet(() -> fitted(opened));
    }

    /** In the sections of the office's scheme, with its first weights moved so that they add up to its marks. */
    private Content fitted(Opened opened) {
        boolean hasOutcomes = opened.scheme().has(SectionKey.OUTCOMES);
        return new Content(
                content.overviewAchievements(),
                content.overviewChallenges(),
                content.overviewPlans(),
                content.overviewTargets(),
                content.preamble(),
                content.vision(),
                content.mission(),
                content.functions(),
                hasOutcomes ? content.outcomes() : List.of(),
                weighing(opened.needed()),
                content.acronyms(),
                content.dependences());
    }

    private List<Objective> weighing(BigDecimal needed) {
        BigDecimal missing = needed.subtract(weight(content.objectives()));
        List<Objective> objectives = new ArrayList<>(content.objectives());
        Objective first = objectives.get(0);
        List<Activity> activities = new ArrayList<>(first.activities());
        Activity activity = activities.get(0);
        List<Indicator> indicators = new ArrayList<>(activity.indicators());
        indicators.set(0, heavier(indicators.get(0), missing));
        activities.set(0, new Activity(activity.key(), activity.name(), indicators));
        objectives.set(0, new Objective(first.key(), first.name(), plus(first.weight(), missing), activities));
        return objectives;
    }

    private static BigDecimal weight(List<Objective> objectives) {
        return objectives.stream()
                .map(objective -> new BigDecimal(objective.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Indicator heavier(Indicator one, BigDecimal missing) {
        return new Indicator(
                one.key(),
                one.name(),
                one.unit(),
                plus(one.weight(), missing),
                one.kind(),
                one.direction(),
                one.accumulation(),
                one.mode(),
                one.actualBefore(),
                one.actualLast(),
                one.ladder(),
                one.projectionNext(),
                one.projectionAfter(),
                one.evidence(),
                one.measurement(),
                one.implementingUnit(),
                one.budgetCode(),
                one.targetBasis(),
                one.parentIndicator());
    }

    private static String plus(String weight, BigDecimal more) {
        return new BigDecimal(weight).add(more).stripTrailingZeros().toPlainString();
    }
}
