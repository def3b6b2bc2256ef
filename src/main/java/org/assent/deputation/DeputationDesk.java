package org.assent.deputation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.engine.Caller;
import org.assent.engine.DeputyDesk;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who may name deputies and revoke them. Public: the page asks it. */
@Component
public class DeputationDesk {

    private static final List<String> ADMINISTRATORS = List.of("account-administrators", "camunda-admin");

    private final DeputationService deputations;
    private final DeputyDesk desk;
    private final IdentityService identity;

    DeputationDesk(DeputationService deputations, DeputyDesk desk, IdentityService identity) {
        this.deputations = deputations;
        this.desk = desk;
        this.identity = identity;
    }

    /** Names a deputy for the caller, whoever the form says is represented. */
    public long appoint(Appointment wish) {
        String caller = caller();
        if (desk.isBystander(caller)) {
            throw new Refusal(
                    "Auditors and administrators have no work of their own to hand over, and act for nobody.");
        }
        if (desk.work(caller).isEmpty()) {
            throw new Refusal("You have no work of your own to hand over.");
        }
        return deputations.appoint(
                new Appointment(caller, wish.deputy(), wish.processes(), wish.from(), wish.until(), wish.orderNumber()),
                caller);
    }

    /** Ends an appointment at once: the caller's own, or any for administrators of accounts. */
    public void revoke(long id) {
        deputations.revoke(id, caller(), isAdministrator());
    }

    /** What the caller appointed or is appointed to; administrators of accounts see all. */
    public List<DeputationFacts> appointments() {
        return isAdministrator() ? deputations.all() : deputations.of(caller());
    }

    /** Those of the caller's own appointments: administrators of accounts see no case, and not what was done in it. */
    public List<ActFacts> acts() {
        return deputations.acts(
                deputations.of(caller()).stream().map(DeputationFacts::id).toList());
    }

    /** The processes in which the caller has work to hand over, by id, with their names. */
    public Map<String, String> work() {
        return desk.work(caller());
    }

    /** The day it is where the caller's work is at home. */
    public LocalDate today() {
        return deputations.today(work().keySet());
    }

    /** Who may act for the caller. */
    public Set<String> colleagues() {
        return desk.colleagues(caller());
    }

    public boolean isAdministrator() {
        return ADMINISTRATORS.stream().anyMatch(Caller.now(identity).groups()::contains);
    }

    public String caller() {
        String user = Caller.now(identity).user();
        if (user == null) {
            throw new Refusal("Please log in again.");
        }
        return user;
    }
}
