package org.assent.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assent.engine.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Every name that announcement.bpmn and its forms share with Java. */
final class AnnouncementProcess {

    static final String KEY = "announcement";
    static final String ANNOUNCED_MESSAGE = "announcement.announced";
    static final String WITHDREW_MESSAGE = "announcement.participantWithdrew";
    static final String PLACES_OFFERED_MESSAGE = "nomination.placesOffered";
    static final String NOMINATION = "nomination";

    static final ProcessVariable<Instant> ANNOUNCE_AT = ProcessVariable.moment("announceAt");
    static final ProcessVariable<Instant> READINESS_AT = ProcessVariable.moment("readinessAt");
    static final ProcessVariable<Instant> FIRST_SESSION_AT = ProcessVariable.moment("firstSessionAt");

    static final ProcessVariable<List<SessionLine>> SESSIONS = ProcessVariable.rows("sessions", SessionLine.class);
    static final ProcessVariable<List<SpeakerLine>> SPEAKERS = ProcessVariable.rows("speakers", SpeakerLine.class);
    static final ProcessVariable<Boolean> FREE_DAYS = ProcessVariable.flag("freeDays");

    static final ProcessVariable<Boolean> READY = ProcessVariable.flag("ready");
    static final ProcessVariable<String> DELAY_INSTRUCTION = ProcessVariable.text("delayInstruction");

    static final ProcessVariable<Boolean> PROMOTED = ProcessVariable.flag("promoted");
    static final ProcessVariable<String> PROMOTED_PARTICIPANT = ProcessVariable.text("promotedParticipant");

    static final ProcessVariable<String> WITHDRAWN_PARTICIPANT = ProcessVariable.text("withdrawnParticipant");

    private AnnouncementProcess() {}

    /** What the timers wait for. */
    static void keep(DelegateExecution execution, AnnouncementDates dates) {
        ANNOUNCE_AT.set(execution, dates.announceAt());
        READINESS_AT.set(execution, dates.readinessAt());
        FIRST_SESSION_AT.set(execution, dates.firstSessionAt());
    }

    /** For this withdrawal only: two may be under way at the same time. References say nothing about a person. */
    static void keep(DelegateExecution execution, String withdrawn, Optional<String> promoted) {
        WITHDRAWN_PARTICIPANT.setLocal(execution, withdrawn);
        PROMOTED.setLocal(execution, promoted.isPresent());
        promoted.ifPresent(reference -> PROMOTED_PARTICIPANT.setLocal(execution, reference));
    }
}
