package org.assent.assignment;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.assent.engine.Schedule;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;

/** When the process of assignments wakes up by itself. */
@Component
class AssignmentDates implements Schedule {

    private final ProjectRegister projects;

    AssignmentDates(ProjectRegister projects) {
        this.projects = projects;
    }

    /** The first moment of the day after the project's last day, in the zone of the first host. */
    Instant sessionsEndAt(String code) {
        ProjectFacts project = projects.project(code);
        return project.end()
                .plusDays(1)
                .atStartOfDay(projects.economy(project.host()).zone())
                .toInstant();
    }

    @Override
    public String process() {
        return AssignmentProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        return Map.of(AssignmentProcess.SESSIONS_END_AT.name(), Date.from(sessionsEndAt(businessKey)));
    }
}
