package org.assent.deputation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** One appointment: who acts for whom, in what, from which day to which, by which order. Only its end ever changes. */
@Entity
class Deputation {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
    private static final int LAST_YEAR = 2099;
    private static final Set<String> OF_AGREEMENTS =
            Set.of("agreement", "drafting", "review", "signing", "monitoring", "evaluation");

    @Id
    @GeneratedValue
    private long id;

    @Column(updatable = false)
    private String principal;

    @Column(updatable = false)
    private String deputy;

    /** Ids of processes, with commas between. */
    @Column(updatable = false)
    private String processes;

    @Column(updatable = false)
    private LocalDate fromDate;

    @Column(updatable = false)
    private LocalDate untilDate;

    @Column(updatable = false)
    private String orderNumber;

    @Column(updatable = false)
    private String madeBy;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant revokedAt;
    private @Nullable String revokedBy;

    /** The deputy's list of tasks, while there is one. */
    private @Nullable String taskList;

    /** When what the deputy held went back. */
    private @Nullable Instant closedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Deputation() {}

    Deputation(Appointment appointment, String madeBy, Instant now) {
        if (appointment.deputy().isBlank()) {
            throw new Refusal("Please choose your deputy.");
        }
        if (appointment.deputy().equals(appointment.principal())) {
            throw new Refusal("Nobody is their own deputy. Please choose a colleague.");
        }
        if (appointment.processes().isEmpty()) {
            throw new Refusal("Please choose at least one process in which your deputy acts for you.");
        }
        if (appointment.orderNumber().isBlank()) {
            throw new Refusal("Please enter the number of the order that appoints your deputy.");
        }
        if (appointment.orderNumber().length() > 60) {
            throw new Refusal("Please enter a shorter order number, of 60 characters at the most.");
        }
        if (appointment.from() == null || appointment.until() == null) {
            throw new Refusal("Please enter the first and the last day.");
        }
        if (appointment.from().getYear() > LAST_YEAR || appointment.until().getYear() > LAST_YEAR) {
            throw new Refusal("Please enter days of this century.");
        }
        if (appointment.until().isBefore(appointment.from())) {
            throw new Refusal("The last day is before the first one.");
        }
        if (appointment.from().isBefore(earliest(appointment.processes(), now))) {
            throw new Refusal("The first day has passed already. An appointment begins today at the earliest.");
        }
        if (appointment.until().isAfter(appointment.from().plusYears(1))) {
            throw new Refusal("An appointment ends within a year. Please make a new one by then.");
        }
        this.principal = appointment.principal();
        this.deputy = appointment.deputy();
        this.processes = String.join(",", new TreeSet<>(appointment.processes()));
        this.fromDate = appointment.from();
        this.untilDate = appointment.until();
        this.orderNumber = appointment.orderNumber().strip();
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    /** The day it is where the first of these processes is at home. */
    static LocalDate earliest(Collection<String> processes, Instant now) {
        return processes.stream()
                .map(process -> LocalDate.ofInstant(now, home(process)))
                .min(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(now, TOKYO));
    }

    static ZoneId home(String process) {
        return OF_AGREEMENTS.contains(process) ? DHAKA : TOKYO;
    }

    /** Ends it at once. */
    void revoke(String by, Instant now) {
        if (revokedAt != null || hasEnded(now)) {
            throw new Refusal("This appointment has ended already.");
        }
        revokedAt = now;
        revokedBy = by;
    }

    /** Days are whole days where the process is at home. */
    boolean isInForce(String process, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, home(process));
        return revokedAt == null
                && processes().contains(process)
                && !today.isBefore(fromDate)
                && !today.isAfter(untilDate);
    }

    boolean isInForce(Instant now) {
        return processes().stream().anyMatch(process -> isInForce(process, now));
    }

    boolean hasEnded(Instant now) {
        return revokedAt != null
                || processes().stream().allMatch(process -> LocalDate.ofInstant(now, home(process))
                        .isAfter(untilDate));
    }

    /** Whether both bear on some of the same days. */
    boolean overlaps(LocalDate from, LocalDate until) {
        return revokedAt == null && !fromDate.isAfter(until) && !untilDate.isBefore(from);
    }

    void offered(String list) {
        this.taskList = list;
    }

    void close(Instant now) {
        closedAt = now;
        taskList = null;
    }

    Optional<String> list() {
        return Optional.ofNullable(taskList);
    }

    Set<String> processes() {
        return new TreeSet<>(Set.of(processes.split(",")));
    }

    long id() {
        return id;
    }

    String principal() {
        return principal;
    }

    String deputy() {
        return deputy;
    }

    String orderNumber() {
        return orderNumber;
    }

    DeputationFacts facts(Instant now) {
        return new DeputationFacts(
                id,
                principal,
                deputy,
                processes(),
                fromDate,
                untilDate,
                orderNumber,
                isInForce(now),
                hasEnded(now),
                revokedAt != null,
                revokedBy);
    }
}
