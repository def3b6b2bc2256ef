package org.assent.deputation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assent.engine.Acting;
import org.assent.engine.DeputyDesk;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes appointments and brings the engine in line with them. */
@Service
@Transactional
class DeputationService {

    private final Deputations deputations;
    private final DeputationActs acts;
    private final DeputyDesk desk;
    private final OfficialNames names;
    private final Clock clock;

    DeputationService(Deputations deputations, DeputationActs acts, DeputyDesk desk, OfficialNames names, Clock clock) {
        this.deputations = deputations;
        this.acts = acts;
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    long appoint(Appointment appointment, String by) {
        Deputation made = new Deputation(appointment, by, clock.instant());
        demandDeputy(appointment);
        Set<String> foreign = new TreeSet<>(appointment.processes());
        foreign.removeAll(desk.work(appointment.principal()).keySet());
        if (!foreign.isEmpty()) {
            throw new Refusal("You can only hand over work of your own, not what you do as somebody's deputy.");
        }
        demandFree(appointment);
        deputations.save(made);
        settle(made, clock.instant());
        return made.id();
    }

    private void demandDeputy(Appointment appointment) {
        if (!desk.exists(appointment.deputy())) {
            throw new Refusal("There is no official with the user id given. Please choose one of the list.");
        }
        if (!desk.colleagues(appointment.principal()).contains(appointment.deputy())) {
            throw new Refusal("This official cannot act for you: a deputy belongs to the same house, sees the same"
                    + " economies or ministries, and is neither an auditor nor an administrator.");
        }
    }

    /** One deputy at a time, and none who is represented by another in these days: there are no chains. */
    private void demandFree(Appointment appointment) {
        LocalDate from = Objects.requireNonNull(appointment.from());
        LocalDate until = Objects.requireNonNull(appointment.until());
        for (Deputation other : deputations.findByPrincipalAndClosedAtIsNull(appointment.principal())) {
            if (other.overlaps(from, until) && other.processes().stream().anyMatch(appointment.processes()::contains)) {
                throw new Refusal("You have a deputy for some of these processes in some of these days already: "
                        + names.of(other.deputy()) + ". Please revoke that appointment first.");
            }
        }
        for (Deputation other : deputations.findByPrincipalAndClosedAtIsNull(appointment.deputy())) {
            if (other.overlaps(from, until)) {
                throw new Refusal(names.of(appointment.deputy())
                        + " is represented by a deputy in some of these days and cannot act for you then.");
            }
        }
        for (Deputation other : deputations.findByDeputyAndClosedAtIsNull(appointment.principal())) {
            if (other.overlaps(from, until) && other.principal().equals(appointment.deputy())) {
                throw new Refusal("You act for " + names.of(appointment.deputy())
                        + " in some of these days, so they cannot act for you.");
            }
        }
    }

    /** The first day on which an appointment for these processes may begin. */
    LocalDate today(Set<String> processes) {
        return Deputation.earliest(processes, clock.instant());
    }

    void revoke(long id, String by, boolean administrator) {
        Deputation deputation = deputations
                .findById(id)
                .filter(found -> administrator || found.principal().equals(by))
                .orElseThrow(() -> new Refusal("There is no such appointment among those you may revoke."));
        deputation.revoke(by, clock.instant());
        settle(deputation, clock.instant());
    }

    /** Opens lists of tasks on the first day, and after the last one gives back what was not completed. */
    void settle() {
        Instant now = clock.instant();
        deputations.findByClosedAtIsNull().forEach(deputation -> settle(deputation, now));
    }

    private void settle(Deputation deputation, Instant now) {
        if (deputation.hasEnded(now)) {
            deputation.list().ifPresent(desk::withdraw);
            desk.putBack(deputation.deputy(), deputation.principal(), deputation.processes());
            deputation.close(now);
        } else if (deputation.isInForce(now) && deputation.list().isEmpty()) {
            deputation.offered(desk.offer(
                    deputation.principal(),
                    names.of(deputation.principal()),
                    deputation.deputy(),
                    deputation.processes()));
        } else {
            Set<String> lost = deputation.processes();
            lost.removeAll(still(deputation));
            if (!lost.isEmpty()) {
                desk.putBack(deputation.deputy(), deputation.principal(), lost);
            }
            deputation
                    .list()
                    .ifPresent(list ->
                            desk.keep(list, deputation.principal(), deputation.deputy(), deputation.processes()));
        }
    }

    @Transactional(readOnly = true)
    boolean wereAppointed(String deputy, String principal) {
        return deputations.existsByDeputyAndPrincipal(deputy, principal);
    }

    @Transactional(readOnly = true)
    List<Acting> inForce(String deputy) {
        Instant now = clock.instant();
        return deputations.findByDeputyAndClosedAtIsNull(deputy).stream()
                .filter(deputation -> deputation.isInForce(now))
                .flatMap(deputation -> still(deputation).stream()
                        .filter(process -> deputation.isInForce(process, now))
                        .map(process -> new Acting(
                                deputation.id(),
                                deputation.deputy(),
                                deputation.principal(),
                                process,
                                deputation.orderNumber())))
                .toList();
    }

    /** Those of the processes in which the principal has work to this day: nobody lends what they have lost, or to another house. */
    private Set<String> still(Deputation deputation) {
        if (desk.isBystander(deputation.deputy()) || !desk.areOfOneHouse(deputation.principal(), deputation.deputy())) {
            return Set.of();
        }
        Set<String> processes = deputation.processes();
        processes.retainAll(desk.work(deputation.principal()).keySet());
        return processes;
    }

    void completed(long deputation, String process, String task, String caseKey) {
        acts.save(new DeputationAct(deputation, process, task, caseKey, clock.instant()));
    }

    @Transactional(readOnly = true)
    List<DeputationFacts> of(String user) {
        Instant now = clock.instant();
        return deputations.findByPrincipalOrDeputyOrderByIdDesc(user, user).stream()
                .map(one -> one.facts(now))
                .toList();
    }

    @Transactional(readOnly = true)
    List<DeputationFacts> all() {
        Instant now = clock.instant();
        return deputations.findAllByOrderByIdDesc().stream()
                .map(one -> one.facts(now))
                .toList();
    }

    @Transactional(readOnly = true)
    List<ActFacts> acts(List<Long> of) {
        return of.isEmpty()
                ? List.of()
                : acts.findByDeputationIdInOrderById(of).stream()
                        .map(DeputationAct::facts)
                        .toList();
    }
}
