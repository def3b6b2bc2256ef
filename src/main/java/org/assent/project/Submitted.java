package org.assent.project;

import static org.assent.project.ProjectProcess.*;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads the two long forms into what the service takes. */
final class Submitted {

    private Submitted() {}

    static Terms terms(VariableScope form) {
        return new Terms(
                REFERENCE.find(form).orElse(""),
                START_DATE.find(form).orElse(null),
                END_DATE.find(form).orElse(null),
                MODALITY.find(form).orElse(null),
                VENUE.find(form).orElse(""),
                HOSTS.find(form).orElse(List.of()),
                PARTICIPATION.find(form).orElse(Participation.ALL) == Participation.ALL,
                NAMED_ECONOMIES.find(form).orElse(List.of()),
                IMPLEMENTING.find(form).orElse(""),
                OVERSEAS_PLACES.find(form).orElse(null),
                LOCAL_PLACES.find(form).orElse(null),
                PLACES_PER_ECONOMY.find(form).orElse(null),
                QUALIFICATIONS.find(form).orElse(""),
                TARGET_GROUPS.find(form).orElse(List.of()),
                NOMINATION_RULE.find(form).orElse(""),
                CLOSING_DATE.find(form).orElse(null),
                OBJECTIVES.find(form).orElse(""),
                TOPICS.find(form).orElse(List.of()),
                FINANCIAL_ARRANGEMENTS.find(form).orElse(""),
                SIGNATORY.find(form).orElse(""));
    }

    static ChangeProposal change(VariableScope form) {
        return new ChangeProposal(
                CHANGE_KIND.in(form),
                CHANGE_REASON.find(form).orElse(""),
                START_DATE.find(form).orElse(null),
                END_DATE.find(form).orElse(null),
                CLOSING_DATE.find(form).orElse(null),
                OVERSEAS_PLACES.find(form).orElse(null),
                LOCAL_PLACES.find(form).orElse(null),
                VENUE.find(form).orElse(null),
                REOPEN_NOMINATIONS.find(form).orElse(false));
    }
}
