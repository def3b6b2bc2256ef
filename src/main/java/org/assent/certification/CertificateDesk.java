package org.assent.certification;

import java.util.List;
import java.util.Map;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.engine.Caller;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out certificates and takes wishes for a revocation. Public: the pages ask here, and who may is checked here. */
@Component
@Transactional
public class CertificateDesk {

    private static final List<String> SECRETARIAT = List.of("programme-officers", "secretary-general", "auditors");
    private static final List<String> NPO = List.of("npo-liaison", "npo-heads");
    private static final List<String> ASKING = List.of("programme-officers", "secretary-general");

    private final CertificateRegister register;
    private final Messages messages;
    private final TaskService tasks;
    private final IdentityService identity;

    CertificateDesk(CertificateRegister register, Messages messages, TaskService tasks, IdentityService identity) {
        this.register = register;
        this.messages = messages;
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Of an NPO's own participant, or any for the Secretariat. */
    public byte[] download(String serial) {
        Caller caller = Caller.now(identity);
        return register.find(serial)
                .filter(certificate -> maySee(caller, certificate))
                .map(certificate -> register.pdf(certificate.serial()))
                // the same words for a foreign one: an NPO learns nothing of others
                .orElseThrow(() -> new Refusal("You have no certificate with this serial number."));
    }

    /** Asks the Secretary-General to decide; one wish per project waits at a time. */
    public void requestRevocation(String code) {
        Caller caller = Caller.now(identity);
        if (!isOneOf(ASKING, caller)) {
            throw new Refusal("Only a programme officer or the Secretary-General can ask for a revocation.");
        }
        if (register.certificates(code).stream().allMatch(CertificateLine::revoked)) {
            throw new Refusal("This project has no valid certificate that could be revoked.");
        }
        boolean waiting = tasks.createTaskQuery()
                        .processInstanceBusinessKey(code)
                        .taskDefinitionKey("revokeCertificate")
                        .count()
                > 0;
        if (waiting) {
            throw new Refusal("A revocation already waits for the decision of the Secretary-General.");
        }
        messages.start("certification.revocationRequested", code, Map.of());
    }

    private static boolean maySee(Caller caller, CertificateLine certificate) {
        // others too may see the cases of an economy, and certificates are not their business
        return isOneOf(SECRETARIAT, caller) || isOneOf(NPO, caller) && caller.actsFor(certificate.economy());
    }

    private static boolean isOneOf(List<String> groups, Caller caller) {
        return groups.stream().anyMatch(caller.groups()::contains);
    }
}
