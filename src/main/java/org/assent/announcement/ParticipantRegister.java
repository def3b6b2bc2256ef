package org.assent.announcement;

import java.util.List;

/** What is known of a project's programme and participants. Public: attendance, certification and the pages read it. */
public interface ParticipantRegister {

    /** Everybody who was ever offered a place, by economy and reference. */
    List<ParticipantFacts> participants(String code);

    /** Those who take part: they confirmed through their NPO and have not withdrawn. */
    List<ParticipantFacts> confirmed(String code);

    /** In the order in which they are held; a moved project has moved them. */
    List<SessionFacts> sessions(String code);

    List<SpeakerFacts> speakers(String code);

    AnnouncementFacts announcement(String code);

    /** The confirmed participants as an Excel workbook, for the host. */
    byte[] participantList(String code);
}
