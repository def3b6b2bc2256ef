package org.assent.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assent.project.ProjectFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ParticipantRegisterTest {

    @Autowired
    ParticipantRegister participants;

    @Autowired
    AnnouncementFixture fixture;

    @Autowired
    ProjectFixture projects;

    @Test
    void sessions_are_read_in_the_hosts_time() {
        String code = projects.issuedAnew();
        fixture.programme(code);

        assertThat(participants.sessions(code)).hasSize(3);
        assertThat(participants.sessions(code).get(1))
                .isEqualTo(new SessionFacts(
                        2,
                        "Day 2, session 1",
                        Instant.parse("2022-08-25T08:30:00Z"),
                        Instant.parse("2022-08-25T11:30:00Z"),
                        ZoneId.of("Asia/Colombo"),
                        LocalDate.of(2022, 8, 25)));
    }

    @Test
    void only_those_who_confirmed_and_did_not_withdraw_take_part() {
        String code = projects.issuedAnew();
        fixture.confirmedParticipants(code);

        assertThat(participants.confirmed(code))
                .extracting(ParticipantFacts::reference)
                .containsExactly("BD-1", "LK-1", "TR-1", "VN-1");
        assertThat(participants.participants(code))
                .filteredOn(participant -> participant.state() == ParticipationState.WITHDRAWN)
                .singleElement()
                .satisfies(maya -> assertThat(maya.withdrawalReason()).isEqualTo("Called to other duties"));
        assertThat(participants.announcement(code).late()).isFalse();
    }

    @Test
    void a_project_without_a_programme_has_no_sessions_yet() {
        String code = projects.issuedAnew();

        assertThat(participants.sessions(code)).isEmpty();
        assertThat(participants.confirmed(code)).isEmpty();
        assertThat(participants.announcement(code))
                .isEqualTo(new AnnouncementFacts(LocalDate.of(2022, 8, 10), null, false, false));
    }

    @Test
    void the_excel_list_names_the_confirmed_and_turns_no_text_into_a_formula() throws Exception {
        String code = projects.issuedAnew();
        fixture.confirmedParticipants(code);
        fixture.confirmed(code, "MY-1", "MY", false, "=cmd|'/c calc'!A1", "Tan", "+1@example.org");

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(participants.participantList(code)))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(7);
            for (Row row : sheet) {
                row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING));
            }
            var tan = sheet.getRow(5);
            assertThat(tan.getCell(1).getStringCellValue()).isEqualTo("Malaysia");
            assertThat(tan.getCell(3).getStringCellValue()).startsWith("=cmd");
            assertThat(tan.getCell(3).getCellStyle().getQuotePrefixed()).isTrue();
        }
    }
}
