package org.assent.announcement;

import java.util.Map;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;

/** Shows what is missing and who has it. */
@Component
class ResolveDelayPrefill implements TaskPrefill {

    private final AnnouncementService announcements;
    private final ProjectRegister projects;

    ResolveDelayPrefill(AnnouncementService announcements, ProjectRegister projects) {
        this.announcements = announcements;
        this.projects = projects;
    }

    @Override
    public String task() {
        return "resolveDelay";
    }

    @Override
    public Map<String, ?> values(OpenTask task) {
        ProjectFacts project = projects.project(task.projectCode());
        return Map.of(
                "projectTitle", project.title(),
                "announceOn", project.announceOn().format(ProjectDays.DATE),
                "missing", announcements.missing(project.code()));
    }
}
