package org.assent.project;

import java.util.Map;
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

    /** Until when and why; the nominations keep it themselves. A nomination that is over is not concerned. */
    void reopen(String code) {
        Reopening reopening = projects.reopened(code);
        Map<String, Object> window =
                Map.of("closingDate", reopening.closingDate().toString(), "reason", reopening.reason());
        reopening.economies().forEach(economy -> tell(code, economy, "nomination.reopened", window));
    }

    void tellSessionsHeld(String code) {
        projects.participating(code).forEach(economy -> tell(code, economy, "nomination.sessionsHeld", Map.of()));
    }

    private void tell(String code, String economy, String message, Map<String, Object> content) {
        messages.tell(NOMINATION, code + "/" + economy, message, content);
    }
}
