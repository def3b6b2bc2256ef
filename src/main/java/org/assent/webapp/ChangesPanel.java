package org.assent.webapp;

import java.util.Optional;
import org.assent.project.ProjectRegister;
import org.assent.project.ProjectState;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The change history of the notification, and for programme officers the way to another change. */
@Component
@Order(90)
class ChangesPanel implements CasePanel {

    private final ProjectRegister projects;

    ChangesPanel(ProjectRegister projects) {
        this.projects = projects;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        if (file.facts().isEmpty()) {
            return Optional.empty();
        }
        var panel = Panel.titled("Notification and changes")
                .fact("Reference", file.facts().get().reference())
                .fact("Version", file.facts().get().version())
                .columns("Revision", "Date", "Clause", "Change");
        projects.changes(file.code())
                .forEach(change -> panel.row(
                        change.revision(), TokyoTime.day(change.date()), change.clause(), change.modification()));
        if (file.viewer().is("programme-officers")
                && isRunning(file.facts().get().state())) {
            panel.openTask("Propose a change of the project", "projects/" + file.code() + "/change")
                    .openTask("Open a replacement window", "projects/" + file.code() + "/replacements");
        }
        return Optional.of(panel.done());
    }

    private static boolean isRunning(ProjectState state) {
        return state != ProjectState.CANCELLED && state != ProjectState.ARCHIVED;
    }
}
