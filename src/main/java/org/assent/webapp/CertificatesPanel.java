package org.assent.webapp;

import java.util.List;
import java.util.Optional;
import org.assent.certification.CertificateRegister;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who gets a certificate and why others do not: all of it for the Secretariat, an NPO's own for the NPO. */
@Component
@Order(80)
class CertificatesPanel implements CasePanel {

    private final ObjectProvider<CertificateRegister> certificates;
    private final EconomyNames economies;

    CertificatesPanel(ObjectProvider<CertificateRegister> certificates, EconomyNames economies) {
        this.certificates = certificates;
        this.economies = economies;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        CertificateRegister register = certificates.getIfAvailable();
        if (register == null || register.signOff(file.code()).isEmpty()) {
            return Optional.empty();
        }
        var panel = Panel.titled("Certificates of attendance")
                .columns("Reference", "Name", "Economy", "Certificate", "Number");
        List<CertificateLine> printed = register.certificates(file.code()).stream()
                .filter(one -> maySee(file, one.economy()))
                .toList();
        register.decisions(file.code()).stream()
                .filter(one -> maySee(file, one.economy()))
                .forEach(one -> panel.row(
                        one.reference(),
                        one.name(),
                        economies.of(one.economy()),
                        one.certified() ? "issued" : "none: " + (one.reason() == null ? "" : one.reason()),
                        number(printed, one.reference())));
        if (!panel.hasRows()) {
            return Optional.empty();
        }
        if (!printed.isEmpty()) {
            panel.choose(
                    "Download the certificate (PDF)",
                    "projects/" + file.code() + "/certificates",
                    Panel.choice(
                            "serial",
                            "Certificate",
                            printed.stream()
                                    .map(one -> Panel.option(one.serial(), one.name() + ", " + one.serial()))
                                    .toList()));
        }
        if (file.viewer().is("secretary-general") && !printed.isEmpty()) {
            panel.openTask("Revoke a certificate", "projects/" + file.code() + "/revocation");
        }
        return Optional.of(panel.done());
    }

    static boolean maySee(CaseFile file, String economy) {
        return file.viewer().readsPeople() || file.viewer().isOf(economy);
    }

    private static String number(List<CertificateLine> printed, String reference) {
        return printed.stream()
                .filter(one -> one.reference().equals(reference))
                .map(one -> one.serial() + (one.revoked() ? " (revoked)" : ""))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
