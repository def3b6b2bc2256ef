package org.assent.webapp;

import java.util.List;
import java.util.Optional;
import org.assent.announcement.ParticipantFacts;
import org.assent.announcement.ParticipantRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who was offered a place: all of them for the Secretariat and the host, an NPO's own for the NPO. */
@Component
@Order(60)
class ParticipantsPanel implements CasePanel {

    private final ObjectProvider<ParticipantRegister> participants;
    private final EconomyNames economies;

    ParticipantsPanel(ObjectProvider<ParticipantRegister> participants, EconomyNames economies) {
        this.participants = participants;
        this.economies = economies;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        ParticipantRegister register = participants.getIfAvailable();
        if (register == null || file.facts().isEmpty()) {
            return Optional.empty();
        }
        boolean all = seesAll(file);
        // whoever was offered a place and did not take it is nobody's business but the Secretariat's and the NPO's
        List<ParticipantFacts> others =
                file.viewer().readsPeople() ? register.participants(file.code()) : register.confirmed(file.code());
        var panel = Panel.titled(all ? "Participants" : "Your participants")
                .columns("Reference", "Name", "Economy", "Place", "State");
        register.participants(file.code()).stream()
                .filter(one -> file.viewer().isOf(one.economy()) || all && others.contains(one))
                .forEach(one -> row(panel, one));
        if (!panel.hasRows()) {
            return Optional.empty();
        }
        if (all) {
            panel.download("Participant list (Excel)", "projects/" + file.code() + "/participants.xlsx");
        }
        return Optional.of(panel.done());
    }

    /** Who may have the whole list, on the page and as a workbook. */
    static boolean seesAll(CaseFile file) {
        return file.viewer().readsPeople()
                || file.facts().map(file.viewer()::isHostOf).orElse(false);
    }

    private void row(Panel.Making panel, ParticipantFacts one) {
        panel.row(
                one.reference(),
                one.displayName(),
                economies.of(one.economy()),
                one.local() ? "local" : "overseas",
                one.state().label());
    }
}
