package org.assent.deputation;

import java.util.List;
import org.assent.engine.Acting;
import org.assent.engine.Deputies;
import org.springframework.stereotype.Component;

/** Tells the engine who acts for whom at this moment. */
@Component
class ActingOfficials implements Deputies {

    private final DeputationService deputations;

    ActingOfficials(DeputationService deputations) {
        this.deputations = deputations;
    }

    @Override
    public List<Acting> of(String deputy) {
        return deputations.inForce(deputy);
    }

    @Override
    public boolean wereAppointed(String deputy, String principal) {
        return deputations.wereAppointed(deputy, principal);
    }

    @Override
    public void completed(Acting acting, String task, String caseKey) {
        deputations.completed(acting.id(), acting.process(), task, caseKey);
    }
}
