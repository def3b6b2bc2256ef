package org.assent.certification;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** The batch of a project's certificates: who receives one, and the one signature for all. */
@Entity
class Certification {

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private @Nullable String doubts;
    private @Nullable String doubtedBy;
    private @Nullable String answer;
    private @Nullable String answeredBy;
    private @Nullable String signedOffBy;
    private @Nullable Instant signedOffAt;
    private @Nullable String signatory;

    @OneToMany(mappedBy = "certification", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("economy, reference")
    private List<CertificateDecision> decisions = new ArrayList<>();

    @OneToMany(mappedBy = "certification", cascade = CascadeType.ALL)
    @OrderBy("economy, reference")
    private List<Certificate> certificates = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Certification() {}

    Certification(String projectCode) {
        this.projectCode = projectCode;
    }

    /** Decides for everybody, as often as needed until the signature. */
    void determine(List<Attendee> attendees) {
        refuseOnceSigned();
        Set<String> known = attendees.stream().map(Attendee::reference).collect(Collectors.toSet());
        decisions.removeIf(decision -> !known.contains(decision.reference()));
        for (Attendee attendee : attendees) {
            decision(attendee.reference())
                    .ifPresentOrElse(
                            decision -> decision.decide(attendee),
                            () -> decisions.add(new CertificateDecision(this, attendee)));
        }
    }

    void sendBack(String remark, String by) {
        refuseOnceSigned();
        if (remark.isBlank()) {
            throw new Refusal("Please say in the remark what should be looked into.");
        }
        doubts = remark.strip();
        doubtedBy = by;
        answer = null;
        answeredBy = null;
    }

    void answer(String text, String by) {
        refuseOnceSigned();
        answer = text.strip();
        answeredBy = by;
    }

    /** What is signed is what was shown: a list that the records contradict is made again first. */
    void signOff(List<Attendee> attendees, String name, String by, Instant at) {
        refuseOnceSigned();
        boolean stands = attendees.size() == decisions.size()
                && attendees.stream().allMatch(attendee -> decision(attendee.reference())
                        .filter(decision -> decision.agreesWith(attendee))
                        .isPresent());
        if (!stands) {
            throw new Refusal("The attendance has changed since this list was made. Please return it to the programme"
                    + " officer, so that it is made again.");
        }
        signatory = name;
        signedOffBy = by;
        signedOffAt = at;
    }

    void certify(Attendee attendee, Serial serial, LocalDate issuedOn) {
        certificates.add(new Certificate(this, attendee, serial, issuedOn));
    }

    private void refuseOnceSigned() {
        if (isSignedOff()) {
            throw new Refusal("These certificates have already been signed.");
        }
    }

    private Optional<CertificateDecision> decision(String reference) {
        return decisions.stream()
                .filter(decision -> decision.reference().equals(reference))
                .findFirst();
    }

    boolean isSignedOff() {
        return signedOffAt != null;
    }

    boolean hasCertificateFor(String reference) {
        return certificates.stream()
                .anyMatch(certificate -> certificate.reference().equals(reference));
    }

    String projectCode() {
        return projectCode;
    }

    List<CertificateDecision> decisions() {
        return decisions;
    }

    List<Certificate> certificates() {
        return certificates;
    }

    Optional<String> doubts() {
        return Optional.ofNullable(doubts);
    }

    Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    /** The name that stands under the signature line. */
    String signatory() {
        if (signatory == null) {
            throw new IllegalStateException("Not signed yet");
        }
        return signatory;
    }

    Optional<CertificateRegister.SignOffLine> signature() {
        return signedOffBy == null || signedOffAt == null
                ? Optional.empty()
                : Optional.of(new CertificateRegister.SignOffLine(signedOffBy, signedOffAt));
    }
}
