package org.assent.agreement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.organisation.OrganisationRegister;
import org.springframework.stereotype.Component;

/**
 * Begins every form about an agreement with its office's name and its fiscal year. Public: the processes that an agreement
 * calls fill their forms with it.
 */
@Component
public class AgreementForms {

    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;

    AgreementForms(AgreementRegister agreements, OrganisationRegister organisations) {
        this.agreements = agreements;
        this.organisations = organisations;
    }

    /** The form of a task of a case whose business key is the agreement's; more adds what this form alone shows. */
    public TaskPrefill form(String task, BiConsumer<OpenTask, Map<String, Object>> more) {
        return TaskPrefill.of(task, open -> {
            AgreementFacts agreement = agreements.agreement(open.businessKey());
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(
                    "officeName",
                    organisations.organisation(agreement.organisation()).name());
            values.put("fiscalYearName", agreement.fiscalYear().toString());
            more.accept(open, values);
            return values;
        });
    }
}
