package org.assent.webapp;

import org.assent.announcement.ParticipantRegister;
import org.assent.engine.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Files that belong to a case, for those who may have them. */
@Component
class CaseFiles {

    private final CasePage page;
    private final ObjectProvider<ParticipantRegister> participants;

    CaseFiles(CasePage page, ObjectProvider<ParticipantRegister> participants) {
        this.page = page;
        this.participants = participants;
    }

    byte[] participantList(String code) {
        CaseFile file = page.file(code);
        if (!ParticipantsPanel.seesAll(file)) {
            throw new Refusal("The list of all participants is for the host and the Secretariat.");
        }
        return participants.getObject().participantList(code);
    }
}
