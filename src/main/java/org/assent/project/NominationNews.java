package org.assent.project;

import org.assent.engine.Messages;
import org.springframework.stereotype.Component;

/** What a project tells the nominations of its economies. */
@Component
class NominationNews {

    private static final String NOMINATION = "nomination";

    private final ProjectService projects;
    private final Messages messages;

    NominationNews(ProjectService projects, Messages messages) {
        this.projects = projects;
        this.messages = messages;
    }

    /** The screening that has begun is stopped: it starts anew after the new closing date. */
    void reopenScreening(String code) {
        messages.tell(ProjectProcess.KEY, code, "project.nominationsReopened");
    }

    /** A nomination that is still open, or over, is not concerned. */
    void reopen(String code) {
        projects.reopened(code).forEach(economy -> tell(code, economy, "nomination.reopened"));
    }

    void tellSessionsHeld(String code) {
        projects.participating(code).forEach(economy -> tell(code, economy, "nomination.sessionsHeld"));
    }

    private void tell(String code, String economy, String message) {
        messages.tell(NOMINATION, code + "/" + economy, message);
    }
}
