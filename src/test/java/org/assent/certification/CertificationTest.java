package org.assent.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assent.announcement.ParticipationState;
import org.assent.attendance.Presence;
import org.assent.certification.CertificateRegister.DecisionLine;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificationTest {

    private static final Instant NOW = Instant.parse("2022-09-01T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2022, 9, 1);

    private final Certification batch = new Certification("22-CL-15-GE-WSP-A");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 | PPP | ",
                "1 3   | P.P | ",
                "2     | .P. | ",
                "1 2 3 | PAP | absent from session 2",
                "1 2 3 | PP. | absent from session 3",
                "1 2 3 | PAA | absent from sessions 2 and 3",
                "1 2 3 4 | APAA | absent from sessions 1, 3 and 4",
                "1 2 3 | AAA | attended no session",
                "1 2 3 | ... | attended no session",
                "1     | AP. | attended no session",
                "''    | PPP | no session was held",
            })
    void only_presence_at_all_sessions_held_earns_the_certificate(String held, String presences, String obstacle) {
        assertThat(attendee("LK-1", ParticipationState.ACCEPTED, held, presences)
                        .obstacle()
                        .orElse(null))
                .isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN,withdrew", "REPLACED,withdrew", "OFFERED,did not confirm the place"})
    void who_gave_the_place_up_or_never_took_it_receives_none_even_if_present(
            ParticipationState state, String obstacle) {
        assertThat(attendee("LK-1", state, "1 2", "PP").obstacle()).contains(obstacle);
    }

    @Test
    void the_list_tells_for_everybody_why_not() {
        batch.determine(List.of(
                attendee("LK-1", ParticipationState.ACCEPTED, "1 2", "PP"),
                attendee("VN-1", ParticipationState.ACCEPTED, "1 2", "PA")));

        assertThat(batch.decisions())
                .extracting(CertificateDecision::line)
                .containsExactly(
                        new DecisionLine("LK-1", "LK", "Person LK-1", true, 2, null),
                        new DecisionLine("VN-1", "VN", "Person VN-1", false, 1, "absent from session 2"));
    }

    @Test
    void a_list_made_again_follows_the_records_and_doubles_nobody() {
        batch.determine(List.of(attendee("LK-1", ParticipationState.ACCEPTED, "1 2", "PA")));
        batch.determine(List.of(attendee("LK-1", ParticipationState.ACCEPTED, "1 2", "PP")));

        assertThat(batch.decisions()).singleElement().matches(CertificateDecision::isCertified);
    }

    @Test
    void nobody_is_certified_before_the_signature() {
        Attendee attendee = attendee("LK-1", ParticipationState.ACCEPTED, "1", "P");
        batch.determine(List.of(attendee));

        assertThatThrownBy(() -> batch.certify(attendee, serial(1), TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("The Secretary-General has not signed these certificates yet.");
    }

    @Test
    void nobody_is_certified_who_missed_a_session_whoever_signs() {
        Attendee attendee = attendee("VN-1", ParticipationState.ACCEPTED, "1 2", "PA");
        sign(attendee);

        assertThatThrownBy(() -> batch.certify(attendee, serial(1), TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("VN-1 cannot receive a certificate: absent from session 2.");
        assertThat(batch.certificates()).isEmpty();
    }

    @Test
    void nobody_is_certified_twice() {
        Attendee attendee = attendee("LK-1", ParticipationState.ACCEPTED, "1", "P");
        sign(attendee);
        batch.certify(attendee, serial(1), TODAY);

        assertThatThrownBy(() -> batch.certify(attendee, serial(2), TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("LK-1 already has a certificate of this project.");
        assertThat(batch.certificates()).hasSize(1);
    }

    @Test
    void a_signature_is_given_once_and_closes_the_list() {
        Attendee attendee = attendee("LK-1", ParticipationState.ACCEPTED, "1", "P");
        sign(attendee);

        assertThat(batch.signature()).hasValueSatisfying(signature -> {
            assertThat(signature.by()).isEqualTo("secretary-general");
            assertThat(signature.at()).isEqualTo(NOW);
        });
        assertThatThrownBy(() -> batch.signOff(List.of(attendee), "Name", "other", NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> batch.determine(List.of(attendee))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> batch.sendBack("Why?", "secretary-general")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_list_that_the_records_contradict_is_not_signed() {
        batch.determine(List.of(attendee("LK-1", ParticipationState.ACCEPTED, "1", "P")));

        assertThatThrownBy(() -> batch.signOff(
                        List.of(attendee("LK-1", ParticipationState.ACCEPTED, "1", "A")),
                        "Name",
                        "secretary-general",
                        NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The attendance has changed since this list was made.");
        assertThat(batch.isSignedOff()).isFalse();
    }

    @Test
    void a_list_is_returned_with_a_remark_only() {
        assertThatThrownBy(() -> batch.sendBack(" ", "secretary-general"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please say in the remark what should be looked into.");
    }

    @Test
    void a_certificate_is_revoked_once_for_a_reason_and_only_when_it_is_out() {
        Attendee attendee = attendee("LK-1", ParticipationState.ACCEPTED, "1", "P");
        sign(attendee);
        batch.certify(attendee, serial(1), TODAY);
        Certificate certificate = batch.certificates().get(0);

        assertThatThrownBy(() -> certificate.revoke("Mistake", "secretary-general", NOW))
                .hasMessage("This certificate has not been issued yet.");
        certificate.print(new byte[] {1});
        assertThatThrownBy(() -> certificate.revoke(" ", "secretary-general", NOW))
                .hasMessage("Please give the reason for the revocation.");
        assertThatCode(() -> certificate.revoke("Mistake", "secretary-general", NOW))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> certificate.revoke("Mistake", "secretary-general", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("This certificate has already been revoked.");
    }

    @Test
    void a_certificate_is_printed_once() {
        Attendee attendee = attendee("LK-1", ParticipationState.ACCEPTED, "1", "P");
        sign(attendee);
        batch.certify(attendee, serial(1), TODAY);
        Certificate certificate = batch.certificates().get(0);
        certificate.print(new byte[] {1});

        assertThatThrownBy(() -> certificate.print(new byte[] {1})).isInstanceOf(IllegalStateException.class);
    }

    private void sign(Attendee... attendees) {
        batch.determine(Arrays.asList(attendees));
        batch.signOff(Arrays.asList(attendees), "Dr. AKP Mochtan", "secretary-general", NOW);
    }

    private static Serial serial(int seed) {
        return Serial.next(2022, new Random(seed));
    }

    /** Presences by session: P present, A absent, a dot for no entry. */
    private static Attendee attendee(String reference, ParticipationState state, String held, String presences) {
        Map<Integer, Presence> bySession = new HashMap<>();
        for (int i = 0; i < presences.length(); i++) {
            if (presences.charAt(i) != '.') {
                bySession.put(i + 1, presences.charAt(i) == 'P' ? Presence.PRESENT : Presence.ABSENT);
            }
        }
        List<Integer> sessions = held.isBlank()
                ? List.of()
                : Arrays.stream(held.strip().split(" ")).map(Integer::valueOf).toList();
        return new Attendee(reference, reference.split("-")[0], "Person " + reference, state, sessions, bySession);
    }
}
