package org.assent.project;

import java.util.Date;
import java.util.Map;
import org.assent.engine.Schedule;
import org.springframework.stereotype.Component;

/** The date that the project's own timer waits for. */
@Component
class ProjectSchedule implements Schedule {

    private final ProjectRegister projects;

    ProjectSchedule(ProjectRegister projects) {
        this.projects = projects;
    }

    @Override
    public String process() {
        return ProjectProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        return projects.find(businessKey)
                .map(project -> Map.of(ProjectProcess.CLOSING_AT.name(), Date.from(project.closingAt())))
                .orElse(Map.of());
    }
}
