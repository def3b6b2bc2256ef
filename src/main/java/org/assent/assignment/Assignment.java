package org.assent.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One resource person or site visit of a project and what it costs, in US dollars. Five steps by five different people
 * (domain.md 3.3, resource person).
 */
@Entity
class Assignment {

    /** Where an assignment stands. */
    enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        CONFIRMED,
        DECLINED,
        DELIVERED,
        NOT_DELIVERED,
        SETTLED
    }

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private String reference;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private @Nullable String organization;
    private @Nullable String country;
    private @Nullable String subject;
    private @Nullable String broadcast;
    private boolean honorarium;
    private BigDecimal amount;
    private @Nullable BigDecimal paid;
    private @Nullable String paymentReference;

    @Enumerated(EnumType.STRING)
    private State state = State.PROPOSED;

    private @Nullable String reason;
    private String proposedBy;
    private @Nullable String approvedBy;
    private @Nullable String confirmedBy;
    private @Nullable String deliveredBy;
    private @Nullable String settledBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Assignment() {}

    @SuppressWarnings("NullAway.Init") // the optional fields come with the kind
    private Assignment(
            String projectCode, String reference, Kind kind, String name, BigDecimal amount, String proposedBy) {
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            throw new Refusal("An amount is zero or more, in dollars and cents.");
        }
        this.projectCode = projectCode;
        this.reference = reference;
        this.kind = kind;
        this.name = name;
        this.amount = amount;
        this.proposedBy = proposedBy;
    }

    static Assignment of(String projectCode, int number, OverseasExpert expert, String proposedBy) {
        Assignment assignment = new Assignment(
                projectCode, "E" + number, Kind.OVERSEAS_EXPERT, expert.name(), expert.amount(), proposedBy);
        assignment.organization = expert.organization();
        assignment.country = expert.country();
        assignment.subject = expert.subject();
        return assignment;
    }

    static Assignment of(String projectCode, int number, LocalExpert expert, String proposedBy) {
        BigDecimal asked = expert.amount() == null ? BigDecimal.ZERO : expert.amount();
        if (!expert.honorarium() && asked.signum() > 0) {
            throw new Refusal("A local resource person has an amount only if an honorarium is asked from the APO.");
        }
        Assignment assignment =
                new Assignment(projectCode, "L" + number, Kind.LOCAL_EXPERT, expert.name(), asked, proposedBy);
        assignment.organization = expert.organization();
        assignment.subject = expert.subject();
        assignment.honorarium = expert.honorarium();
        return assignment;
    }

    /** The host meets the costs of a virtual site visit, so it has no amount (domain.md 2.1). */
    static Assignment of(String projectCode, int number, SiteVisit visit, String proposedBy) {
        Assignment assignment =
                new Assignment(projectCode, "V" + number, Kind.SITE_VISIT, visit.place(), BigDecimal.ZERO, proposedBy);
        assignment.broadcast = visit.broadcast();
        assignment.subject = visit.remark();
        return assignment;
    }

    void approve(String by) {
        step(State.PROPOSED, by, "approve");
        approvedBy = by;
        state = State.APPROVED;
    }

    void refuse(@Nullable String why, String by) {
        step(State.PROPOSED, by, "decide on");
        approvedBy = by;
        reason = reasonFor(why, "Please give a reason for each item that you refuse.");
        state = State.REFUSED;
    }

    void confirm(String by) {
        step(State.APPROVED, by, "confirm");
        confirmedBy = by;
        state = State.CONFIRMED;
    }

    void decline(@Nullable String why, String by) {
        step(State.APPROVED, by, "answer for");
        confirmedBy = by;
        reason = reasonFor(why, "Please say why the item is not available.");
        state = State.DECLINED;
    }

    void deliver(String by) {
        step(State.CONFIRMED, by, "confirm the delivery of");
        deliveredBy = by;
        state = State.DELIVERED;
    }

    void fail(@Nullable String why, String by) {
        step(State.CONFIRMED, by, "report on");
        deliveredBy = by;
        reason = reasonFor(why, "Please say what happened where an item did not take place.");
        state = State.NOT_DELIVERED;
    }

    /** Pays at most what was approved; nobody settles what they proposed or approved. */
    void settle(@Nullable BigDecimal amountPaid, @Nullable String payment, String by) {
        step(State.DELIVERED, by, "settle");
        BigDecimal now = amountPaid == null ? BigDecimal.ZERO : amountPaid;
        if (now.compareTo(amount) > 0) {
            throw new Refusal("More than the approved amount cannot be paid for item " + reference + ".");
        }
        if (now.signum() > 0 && (payment == null || payment.isBlank())) {
            throw new Refusal("Please enter the payment reference for item " + reference + ".");
        }
        paid = now;
        paymentReference = payment;
        settledBy = by;
        state = State.SETTLED;
    }

    private void step(State expected, String by, String verb) {
        if (state != expected) {
            throw new Refusal("Item " + reference + " has already been dealt with.");
        }
        if (Stream.of(proposedBy, approvedBy, confirmedBy, deliveredBy).anyMatch(by::equals)) {
            throw new Refusal("You cannot " + verb + " item " + reference
                    + ", because you have already acted on it; another person takes this step.");
        }
    }

    private static String reasonFor(@Nullable String why, String otherwise) {
        if (why == null || why.isBlank()) {
            throw new Refusal(otherwise);
        }
        return why.strip();
    }

    String reference() {
        return reference;
    }

    Kind kind() {
        return kind;
    }

    State state() {
        return state;
    }

    boolean honorarium() {
        return honorarium;
    }

    String proposedBy() {
        return proposedBy;
    }

    @Nullable
    String reason() {
        return reason;
    }

    BigDecimal amount() {
        return amount;
    }

    @Nullable
    BigDecimal paid() {
        return paid;
    }

    String projectCode() {
        return projectCode;
    }

    /** Who or what, as an official reads it in a list. */
    String item() {
        return organization == null ? kind.label() + ": " + name : kind.label() + ": " + name + ", " + organization;
    }

    /** What is asked, as an official reads it in a list. */
    String proposal() {
        String about = subject == null ? "" : subject + "; ";
        return switch (kind) {
            case OVERSEAS_EXPERT -> about + "assignment costs USD " + amount.toPlainString();
            case LOCAL_EXPERT -> about + (honorarium ? "honorarium USD " + amount.toPlainString() : "no honorarium");
            case SITE_VISIT ->
                about + ("LIVE".equals(broadcast) ? "broadcast live" : "recorded") + "; costs met by the host";
        };
    }
}
