package org.assent.announcement;

import org.assent.project.ProjectFacts;

/** How dates of a project are written for officials. */
final class Wording {

    private Wording() {}

    static String dates(ProjectFacts project) {
        return project.start().equals(project.end())
                ? project.start().format(ProjectDays.DATE)
                : project.start().format(ProjectDays.DATE) + " to "
                        + project.end().format(ProjectDays.DATE);
    }
}
