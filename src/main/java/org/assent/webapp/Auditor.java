package org.assent.webapp;

import org.assent.engine.Caller;
import org.assent.history.LookBook;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who may look into the history, and the note that is taken of it. */
@Component
class Auditor {

    private final IdentityService identity;
    private final LookBook looks;

    Auditor(IdentityService identity, LookBook looks) {
        this.identity = identity;
        this.looks = looks;
    }

    /** The caller, who must be an auditor or operate the engine; anybody else gets a 403. */
    Viewer demand() {
        Viewer viewer = new Viewer(Caller.now(identity));
        if (!mayLook(viewer)) {
            throw new AuthorizationException("The history is for auditors.");
        }
        return viewer;
    }

    /** Only auditors may look for persons: who operates the engine has no business with candidates. */
    Viewer demandForPeople() {
        Viewer viewer = demand();
        if (!viewer.readsPeople()) {
            throw new AuthorizationException("Candidates are looked for by auditors only.");
        }
        return viewer;
    }

    static boolean mayLook(Viewer viewer) {
        return viewer.is("auditors") || viewer.is("camunda-admin");
    }

    /** Before anything is shown: what cannot be noted is not shown. */
    void note(Viewer viewer, String kind, String about) {
        String user = viewer.caller().user();
        looks.write(user == null ? "" : user, kind, about);
    }
}
