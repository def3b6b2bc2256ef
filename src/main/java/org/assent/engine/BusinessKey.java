package org.assent.engine;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The one thread between a process instance and the record it is about: the project code, or the code and the economy
 * ({@code 22-CL-15-GE-WSP-A/LK}). Public: delegates of every capability read it.
 */
public final class BusinessKey {

    private BusinessKey() {}

    /** The case's key, also from inside a subprocess of it. */
    public static String of(DelegateExecution execution) {
        String key = ((ExecutionEntity) execution).getProcessInstance().getBusinessKey();
        if (key == null) {
            throw new IllegalStateException("The case has no business key yet");
        }
        return key;
    }

    /** The project code, of a project's case as of a nomination's. */
    public static String projectCode(DelegateExecution execution) {
        return of(execution).split("/", 2)[0];
    }

    /** The ISO2 code of a nomination's economy. */
    public static String economy(DelegateExecution execution) {
        return of(execution).split("/", 2)[1].toUpperCase(Locale.ROOT);
    }

    public static void set(DelegateExecution execution, String key) {
        execution.setProcessBusinessKey(key);
    }
}
