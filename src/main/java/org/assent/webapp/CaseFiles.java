package org.assent.webapp;

import org.assent.announcement.ParticipantRegister;
import org.assent.certification.CertificateRegister;
import org.assent.engine.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Files that belong to a case, for those who may have them. */
@Component
class CaseFiles {

    private final CasePage page;
    private final ObjectProvider<ParticipantRegister> participants;
    private final ObjectProvider<CertificateRegister> certificates;

    CaseFiles(
            CasePage page,
            ObjectProvider<ParticipantRegister> participants,
            ObjectProvider<CertificateRegister> certificates) {
        this.page = page;
        this.participants = participants;
        this.certificates = certificates;
    }

    byte[] participantList(String code) {
        CaseFile file = page.file(code);
        if (!ParticipantsPanel.seesAll(file)) {
            throw new Refusal("The list of all participants is for the host and the Secretariat.");
        }
        return participants.getObject().participantList(code);
    }

    byte[] certificate(String code, String serial) {
        CaseFile file = page.file(code);
        CertificateRegister register = certificates.getObject();
        boolean visible = register.certificates(code).stream()
                .anyMatch(one -> one.serial().equals(serial) && CertificatesPanel.maySee(file, one.economy()));
        if (!visible) {
            throw new Refusal("There is no such certificate among those you may have.");
        }
        return register.pdf(serial);
    }
}
