package org.assent.webapp;

import java.util.Optional;
import org.assent.announcement.AnnouncementFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.announcement.SessionFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The sessions, in the host's time and in Tokyo's; an NPO sees them once they are announced. */
@Component
@Order(50)
class ProgrammePanel implements CasePanel {

    private final ObjectProvider<ParticipantRegister> participants;

    ProgrammePanel(ObjectProvider<ParticipantRegister> participants) {
        this.participants = participants;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        ParticipantRegister register = participants.getIfAvailable();
        if (register == null
                || file.facts().isEmpty()
                || register.sessions(file.code()).isEmpty()) {
            return Optional.empty();
        }
        AnnouncementFacts announcement = register.announcement(file.code());
        boolean announced = announcement.announcedAt() != null;
        if (!announced
                && !file.viewer().isSecretariat()
                && !file.viewer().isHostOf(file.facts().get())) {
            return Optional.empty();
        }
        var panel = Panel.titled("Programme")
                .fact("To be announced by", TokyoTime.day(announcement.dueOn()))
                .fact("Announced", announced(announcement))
                .columns("Session", "Title", "Host's time", "Tokyo");
        register.sessions(file.code())
                .forEach(session -> panel.row(
                        session.number(), session.title(), hosts(session), TokyoTime.moment(session.startsAt())));
        return Optional.of(panel.done());
    }

    private static String announced(AnnouncementFacts announcement) {
        if (announcement.announcedAt() == null) {
            return "not yet";
        }
        return TokyoTime.moment(announcement.announcedAt()) + (announcement.late() ? " (late)" : "");
    }

    private static String hosts(SessionFacts session) {
        return TokyoTime.in(session.zone(), session.startsAt())
                + TokyoTime.in(session.zone(), session.endsAt()).replaceAll(".*, ", "–") + " (" + session.zone() + ")";
    }
}
