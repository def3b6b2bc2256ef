package org.assent.nomination;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.assent.engine.Schedule;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The closing and reminder dates of a nomination, as the latest notification and the economy's window have them. */
@Component
@Transactional(readOnly = true)
class NominationSchedule implements Schedule {

    private final NominationCases cases;
    private final ProjectRegister projects;

    NominationSchedule(NominationCases cases, ProjectRegister projects) {
        this.cases = cases;
        this.projects = projects;
    }

    @Override
    public String process() {
        return NominationProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        String[] key = businessKey.split("/", 2);
        Map<String, Date> dates = new HashMap<>();
        cases.findByProjectCodeAndEconomy(key[0], key[key.length - 1]).ifPresent(nomination -> {
            NominationDates current = NominationDates.of(nomination, projects.project(key[0]));
            dates.put(NominationProcess.CLOSING_AT.name(), Date.from(current.closingAt()));
            dates.put(NominationProcess.FIRST_REMINDER_AT.name(), Date.from(current.firstReminderAt()));
            dates.put(NominationProcess.SECOND_REMINDER_AT.name(), Date.from(current.secondReminderAt()));
            nomination
                    .evaluationDueAt()
                    .ifPresent(due -> dates.put(NominationProcess.EVALUATION_DUE_AT.name(), Date.from(due)));
        });
        return dates;
    }
}
