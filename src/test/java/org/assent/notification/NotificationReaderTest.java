package org.assent.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assent.notification.ReadNotification.Day;
import org.assent.notification.ReadNotification.Modality;
import org.assent.notification.ReadNotification.Participating;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class NotificationReaderTest {

    private static final String TEXT = Samples.text();
    private static final ReadNotification TRUTH = Samples.read(TEXT);

    @Test
    void the_shipped_sample_is_read_without_a_gap() {
        facts(TRUTH);
        assertThat(TRUTH.objectives()).hasSize(3);
        assertThat(TRUTH.financialArrangements().lines()).hasSize(2);
    }

    @Test
    void the_real_notification_is_read_without_a_gap() throws IOException {
        Path seed = Path.of(System.getProperty("assent.root", "."))
                .resolve("../shared/seeds/project-notification-22-CL-15-GE-WSP-A.txt");
        boolean there = Files.exists(seed);
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("../shared must be there under CI=true")
                .isTrue();
        assumeTrue(there, "../shared is missing, so the real notification is not tried.");
        String text = Files.readString(seed);
        ReadNotification read = Samples.read(text);
        facts(read);
        assertThat(read.topics().get(2).topics())
                .containsExactly(
                        "Formulating strategic plans for advancing the adoption of performance management systems in the"
                                + " public sector");
        assertThat(read.objectives().get(1)).startsWith("Explore recent advances");
        assertThat(Samples.readPdf(text.replace("–", "-"), NotificationPdf.Look.PLAIN)
                        .startDate())
                .isEqualTo("2022-08-24");
    }

    private static void facts(ReadNotification read) {
        assertThat(read.unread()).isEmpty();
        assertThat(read.missing()).isEmpty();
        assertThat(read.reference()).isEqualTo("22-CL-15-GE-WSP-A-PN2200057-001");
        assertThat(read.projectCode()).isEqualTo("22-CL-15-GE-WSP-A");
        assertThat(read.title())
                .isEqualTo("Workshop on Performance Management Systems and Productivity of the Public Sector");
        assertThat(read.dateOfIssue()).isEqualTo("2022-05-28");
        assertThat(read.startDate()).isEqualTo("2022-08-24");
        assertThat(read.endDate()).isEqualTo("2022-08-26");
        assertThat(read.closingDate()).isEqualTo("2022-08-03");
        assertThat(read.days()).isEqualTo(3);
        assertThat(read.hosts()).containsExactly("Sri Lanka");
        assertThat(read.hostCodes()).containsExactly("LK");
        assertThat(read.modality()).isEqualTo(Modality.DIGITAL_MULTICOUNTRY);
        assertThat(read.implementingOrganizations())
                .isEqualTo("National Productivity Secretariat, Sri Lanka and APO Secretariat");
        assertThat(read.participating()).isEqualTo(Participating.ALL_MEMBERS);
        assertThat(read.overseasPlaces()).isEqualTo(38);
        assertThat(read.localPlaces()).isEqualTo(12);
        assertThat(read.topics()).extracting(Day::number).containsExactly(1, 2, 3);
        assertThat(read.topics()).extracting(day -> day.topics().size()).containsExactly(2, 2, 1);
        assertThat(read.financialArrangements().apoMeetsOverseasResourcePersons())
                .isTrue();
        assertThat(read.financialArrangements().maxLocalHonoraria()).isEqualTo(2);
        assertThat(read.financialArrangements().hostMeetsSiteVisits()).isTrue();
        assertThat(read.signatory()).isEqualTo("Dr. AKP Mochtan");
        assertThat(read.signatoryPost()).isEqualTo("Secretary-General");
        assertThat(read.revisionNumber()).isNull();
    }

    @ParameterizedTest(name = "[{index}] {0} -> {1} to {2}, {3} days")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            24-26 August 2022 (three days)                        | 2022-08-24 | 2022-08-26 | 3
            24 – 26 August 2022 (3 days)                          | 2022-08-24 | 2022-08-26 | 3
            24—26 AUGUST 2022 (three-day)                         | 2022-08-24 | 2022-08-26 | 3
            24 to 26 Aug. 2022                                    | 2022-08-24 | 2022-08-26 | 3
            from 24th to 26th august 2022, three days             | 2022-08-24 | 2022-08-26 | 3
            August 24–26, 2022                                    | 2022-08-24 | 2022-08-26 | 3
            August 24 – August 26, 2022 (three days)              | 2022-08-24 | 2022-08-26 | 3
            August 24, 2022 to August 26, 2022                    | 2022-08-24 | 2022-08-26 | 3
            Wednesday, 24 August 2022 – Friday, 26 August 2022    | 2022-08-24 | 2022-08-26 | 3
            2022-08-24 to 2022-08-26 (three days)                 | 2022-08-24 | 2022-08-26 | 3
            24, 25 and 26 August 2022 (three days)                | 2022-08-24 | 2022-08-26 | 3
            24 and 26 August 2022 (two days)                      | 2022-08-24 | 2022-08-26 | 2
            24/08/2022 - 26/08/2022                               | 2022-08-24 | 2022-08-26 | 3
            24–26 August 2022 (three days), 14:00–17:00 (Tokyo time) | 2022-08-24 | 2022-08-26 | 3
            30 August–2 September 2022 (four days)                | 2022-08-30 | 2022-09-02 | 4
            29 December 2022–2 January 2023                       | 2022-12-29 | 2023-01-02 | 5
            27 February - 2 March 2024 (five days)                | 2024-02-27 | 2024-03-02 | 5
            24 August 2022 (one day)                              | 2022-08-24 | 2022-08-24 | 1
            8–19 August 2022 (ten working days)                   | 2022-08-08 | 2022-08-19 | 10
            """)
    void dates_are_read_however_they_are_written(String timing, LocalDate start, LocalDate end, int days) {
        ReadNotification read = with("Timing and Duration", timing);
        assertThat(read.startDate()).isEqualTo(start);
        assertThat(read.endDate()).isEqualTo(end);
        assertThat(read.days()).isEqualTo(days);
        // the sample has topics for three days
        assertThat(read.unread()).isEqualTo(days < 3 ? List.of("topics") : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24–26 August 2022 (four days)",
                "24–26 August 2022 (three days, or four days)",
                "29–31 June 2022 (three days)",
                "31 June 2022",
                "27 February–29 February 2023",
                "26–24 August 2022",
                "24–26 August",
                "24–26 August 22",
                "24–26 Augustus 2022",
                "Monday, 24 August 2022 – Friday, 26 August 2022",
                "24–26 August 2022 (tentative)",
                "24–25 August and 30–31 August 2022",
                "24–26 August 2012 (three days)",
                "24–26 August 2032 (three days)",
                "08/09/2022 - 10/09/2022",
                "To be announced",
                "three days in August 2022"
            })
    void doubtful_dates_are_not_read(String timing) {
        ReadNotification read = with("Timing and Duration", timing);
        assertThat(read.unread()).contains("startDate", "endDate", "days");
        assertThat(read.startDate()).isNull();
        Samples.assertRightOrUnread(read, TRUTH);
    }

    @ParameterizedTest(name = "[{index}] {0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Closing Date for Nominations  | 30 August 2022              | closingDate
            Closing Date for Nominations  | 25 August 2022              | closingDate
            Closing Date for Nominations  | 31 June 2022                | closingDate
            Closing Date for Nominations  | 3 August                    | closingDate
            Closing Date for Nominations  | 03/08/2022                  | closingDate
            Closing Date for Nominations  | Monday, 3 August 2022       | closingDate
            Closing Date for Nominations  | 3 August 2022 for India, 5 August 2022 for others | closingDate
            Closing Date for Nominations  | 3 August 2021               | closingDate,dateOfIssue
            Closing Date for Nominations  | replacements by 7 July 2022 | closingDate
            Date of Issue                 | 28 May 2023                 | dateOfIssue
            Project Code                  | 22-CL-15-GE-WSP             | projectCode
            Project Code                  | 22-cl-15-ge-wsp-a           | projectCode
            Project Code                  | 22-CL-I5-GE-WSP-A           | projectCode
            Project Code                  | 22-CL-15-GE-WSP-A or B      | projectCode
            Project Code                  | 22-CL-15-GE-WSP-B           | projectCode,reference
            Hosting Country(ies)          | Sri Lanka and Ruritania     | hosts
            Hosting Country(ies)          | China                       | hosts
            Hosting Country(ies)          | People's Republic of China  | hosts
            Hosting Country(ies)          | North Korea                 | hosts
            Hosting Country(ies)          | Sri Lanka or India          | hosts
            Hosting Country(ies)          | Papua New Guinea            | hosts
            Hosting Country(ies)          | to be confirmed             | hosts
            Modality                      | Digital or face-to-face     | modality
            Modality                      | Project                     | modality
            Participating Country(ies)    | India, Nepal, and Bhutan    | participating
            Participating Country(ies)    | All Member Countries except Japan | participating
            Overseas Participants         | 15-18                       | overseasPlaces
            Overseas Participants         | about 20                    | overseasPlaces
            Overseas Participants         | 3 8                         | overseasPlaces
            Overseas Participants         | 38 (thirty-six)             | overseasPlaces
            Local Participants            | -                           | localPlaces
            Local Participants            | to be decided               | localPlaces
            Title                         | TBA                         | title
            """)
    void a_doubtful_value_is_named_and_not_guessed(String label, String value, String unread) {
        ReadNotification read = with(label, value);
        assertThat(read.unread()).containsExactlyInAnyOrder(unread.split(","));
        assertThat(read.missing()).isEmpty();
        Samples.assertRightOrUnread(read, TRUTH);
    }

    @ParameterizedTest(name = "[{index}] {0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            38                                             | 38
            Up to 18                                       | 18
            up to six qualified participants               | 6
            Maximum of 20 persons                          | 20
            thirty-eight                                   | 38
            38 (thirty-eight)                              | 38
            38 (two from each country)                     | 38
            Up to 18 qualified participants from India, Nepal, and Vietnam | 18
            0                                              | 0
            None                                           | 0
            N/A                                            | 0
            not applicable                                 | 0
            No local participants                          | 0
            """)
    void numbers_of_places_are_read_in_figures_and_words(String value, int places) {
        ReadNotification read = with("Local Participants", value);
        assertThat(read.localPlaces()).isEqualTo(places);
        assertThat(read.unread()).isEmpty();
    }

    @ParameterizedTest(name = "[{index}] {0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Sri Lanka and Malaysia              | LK,MY
            Sri Lanka, Malaysia                 | LK,MY
            IR Iran                             | IR
            I.R. Iran and India                 | IR,IN
            Iran, Islamic Republic of           | IR
            Korea                               | KR
            Korea, Republic of, and the Philippines | KR,PH
            ROC                                 | TW
            Republic of China                   | TW
            Lao PDR & Viet Nam                  | LA,VN
            Vietnam                             | VN
            Türkiye                             | TR
            TURKEY                              | TR
            INDIA; INDONESIA                    | IN,ID
            Hong Kong                           | HK
            fiji                                | FJ
            """)
    void hosts_are_known_under_every_usual_name(String value, String codes) {
        ReadNotification read = with("Hosting Country(ies)", value);
        assertThat(read.hostCodes()).containsExactly(codes.split(","));
        assertThat(read.hosts()).hasSameSizeAs(read.hostCodes());
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void two_hosts_and_named_countries_are_kept_apart() {
        String text = row(
                row(TEXT, "Hosting Country(ies)", "Sri Lanka and Malaysia"),
                "Participating Country(ies)",
                "Bangladesh, Cambodia, Republic of China, Fiji, IR Iran, Republic of Korea, Lao PDR, and Vietnam");
        ReadNotification read = Samples.read(text);
        assertThat(read.hosts()).containsExactly("Sri Lanka", "Malaysia");
        assertThat(read.participating())
                .isEqualTo(new Participating(false, List.of("BD", "KH", "TW", "FJ", "IR", "KR", "LA", "VN")));
        assertThat(read.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Face-to-face", "face to face", "Face-to-Face Multicountry", "FACE‑TO‑FACE", "In person"})
    void face_to_face_is_a_modality(String value) {
        assertThat(with("Modality", value).modality()).isEqualTo(Modality.FACE_TO_FACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Workshop on 5S, Kaizen and Industry 4.0: 24–26 Lessons for 2023",
                "Training Course on ISO 9001:2015 in 12 Steps - Part 2",
                "Workshop on the Title Deeds of 3 August",
                "Conference: Venue Management, Modality and Duration"
            })
    void numbers_and_label_words_in_a_title_harm_nothing(String title) {
        ReadNotification read = with("Title", title);
        assertThat(read.title()).isEqualTo(title);
        assertThat(read.unread()).isEmpty();
        assertThat(read.startDate()).isEqualTo("2022-08-24");
    }

    static Stream<String> shapes() {
        String nbsp = "\u00A0";
        return Stream.of(
                TEXT.replace("\n", "\r\n"),
                TEXT.replace("\n", "\r"),
                "\uFEFF" + TEXT,
                TEXT.replace(" ", nbsp),
                TEXT.replace("24–26 August", "24" + nbsp + "–\u200926" + nbsp + "August"),
                TEXT.replace("Productivity", "Produc\u00ADtivity"),
                TEXT.replace("Productivity", "Produc\u00AD\ntivity"),
                TEXT.replace("\t", ": "),
                TEXT.replace("\t", " - "),
                TEXT.replace("\t", " — "),
                TEXT.replace("\t", "\n"),
                TEXT.replace("\t", ":\n"),
                TEXT.replace("\t", "\n\n"),
                TEXT.replace("\t", "\t\t"),
                TEXT.replace("\t", "        "),
                TEXT.replace("\t", " "),
                TEXT.replaceAll("(?m)^(.*\t.*)$", "$1\n"),
                TEXT.replace("- ", "• "),
                TEXT.replace("- ", "•\t"),
                TEXT.replace("- ", "- · "),
                TEXT.replace("- ", "o "),
                TEXT.replace("24–26 August 2022 (three days)", "24–26\nAugust 2022\n(three days)"),
                TEXT.replace("22-CL-15-GE-WSP-A\nTitle", "22-CL-15-GE-\nWSP-A\nTitle"),
                TEXT.replace("22-CL-15-GE-WSP-A\nTitle", "22‑CL‑15‑GE‑WSP‑A\nTitle"),
                TEXT.replace("Closing Date for Nominations\t", "Closing Date for\nNominations\t"),
                TEXT.replace("Systems and Productivity of", "Systems\nand Productivity\nof"),
                TEXT.replace(
                        "Systems and Productivity of",
                        "Systems\n\nRef. No.: 22-CL-15-GE-WSP-A-PN2200057-001\n\nand Productivity of"),
                TEXT.replace(
                        "Systems and Productivity of",
                        "Systems\n22-CL-15-GE-WSP-A-PN2200057-001\nPage 2 of 3\nand Productivity of"),
                TEXT.replace(
                        "and university",
                        "\n22-CL-15-GE-WSP-A-PN2200057-001   Page 2/3\n\nPROJECT NOTIFICATION\nand university"),
                TEXT.replace("Ref. No.:", "Reference No"),
                TEXT.replace("Day 1:", "Day One")
                        .replace("Day 2:", "DAY 2 (25 August 2022):")
                        .replace("Day 3:", "Day 3 – 26 August 2022"),
                TEXT.replace("Timing and Duration", "timing and duration")
                        .replace("Project Code", "project code")
                        .replace("Title\t", "title\t"),
                TEXT.replace("Timing and Duration", "DURATION AND TIMING")
                        .replace("Project Code", "PROJECT CODE")
                        .replace("Title\t", "TITLE\t"),
                TEXT.replace("Overseas Participants", "Number of Overseas Participants")
                        .replace("Local Participants", "No. of Local Participants"),
                TEXT.replace("Closing Date for Nominations", "Closing Date for Applications"),
                TEXT.replace("Organization(s)", "Organisations").replace("Hosting Country(ies)", "Host Economy"),
                numbered());
    }

    private static String numbered() {
        StringBuilder text = new StringBuilder();
        int[] n = {0};
        TEXT.lines().forEach(line -> text.append(line.contains("\t") ? ++n[0] + ". " : "")
                .append(line)
                .append('\n'));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void the_same_facts_in_another_shape_are_the_same_reading(String text) {
        assertThat(Samples.read(text)).isEqualTo(TRUTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void other_encodings_are_read(String charset) {
        byte[] bytes = TEXT.getBytes(Charset.forName(charset));
        assertThat(NotificationReader.read(bytes, "Text/Plain; charset=\"" + charset + "\""))
                .isEqualTo(TRUTH);
        if (charset.equals("windows-1252")) {
            assertThat(NotificationReader.read(bytes, "text/plain")).isEqualTo(TRUTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_order_of_the_fields_does_not_matter(int seed) {
        List<String> rows =
                new ArrayList<>(TEXT.lines().filter(line -> line.contains("\t")).toList());
        String table = String.join("\n", rows);
        Collections.shuffle(rows, new Random(seed));
        assertThat(Samples.read(TEXT.replace(table, String.join("\n", rows)))).isEqualTo(TRUTH);
        String below = TEXT.replace(table + "\n", "")
                .replace("5. Implementation", String.join("\n", rows) + "\n\n5. Implementation");
        Samples.assertRightOrUnread(Samples.read(below), TRUTH);
        assertThat(Samples.read(below).closingDate()).isEqualTo("2022-08-03");
    }

    @Test
    void a_field_that_is_left_out_is_missing_or_unread() {
        List<String> rows = TEXT.lines().filter(line -> line.contains("\t")).toList();
        for (String row : rows) {
            ReadNotification read = Samples.read(TEXT.replace(row + "\n", ""));
            if (!row.startsWith("Nomination of")) {
                Samples.assertRightOrUnread(read, TRUTH);
                assertThat(read.unread().size() + read.missing().size()).as(row).isPositive();
            }
            String label = row.substring(0, row.indexOf('\t'));
            ReadNotification blank = Samples.read(TEXT.replace(row, label + "\t"));
            Samples.assertRightOrUnread(blank, TRUTH);
            assertThat(blank.unread()).as(label).isNotEmpty();
        }
        ReadNotification nothing = Samples.read("Minutes of the meeting of 3 August 2022\n\nNobody came.");
        assertThat(nothing.missing())
                .containsExactlyInAnyOrder(
                        "projectCode", "title", "startDate", "endDate", "hosts", "closingDate", "modality");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PN220057-001", "PN22000570-001", "PN2200057-01", "PN2200057", "PN2200O57-001", "PN22 00057 001"
            })
    void a_running_number_that_has_not_five_figures_is_not_read(String number) {
        ReadNotification read = Samples.read(TEXT.replace("PN2200057-001", number));
        assertThat(read.unread()).containsExactly("reference");
        Samples.assertRightOrUnread(read, TRUTH);
    }

    static Stream<String> traps() {
        return Stream.of(
                // two values for one label
                TEXT.replace("Modality\t", "Closing Date for Nominations\t5 August 2022\nModality\t"),
                TEXT.replace("Modality\t", "Title\tAnother Workshop\nModality\t"),
                // a note under a date
                TEXT.replace("3 August 2022\n", "3 August 2022\n\n(extended to 10 August 2022)\n"),
                TEXT.replace("3 August 2022\n", "3 August 2022\nextended to 10 August 2022\n"),
                // a row that is not known between those that are
                TEXT.replace("Timing and Duration\t", "Language\tEnglish\nTiming and Duration\t"),
                TEXT.replace("\t", ": ").replace("Timing and Duration", "Language: English\nTiming and Duration"),
                TEXT.replace("Timing and Duration\t", "Venue Dhaka, Bangladesh\nTiming and Duration\t"),
                // another reference further down
                TEXT.replace("2. Background", "Ref. No.: 22-CL-15-GE-WSP-B-PN2200058-001\n\n2. Background"),
                // labels first, values after them
                labelsThenValues(),
                // prose that follows a list without a space
                TEXT.replace("remains hard after it\n", "remains hard after it\nThe day will end with a reception.\n"),
                TEXT.replace("Day 2:", "Days 2 and 3:").replace("Day 3:\n", ""),
                TEXT.replace("Day 3:", "Day 4:"),
                TEXT.replace("Day 3:", "Day 2:"),
                TEXT.replace("up to two local resource", "local resource"),
                TEXT.replace(
                        "The APO will bear the assignment", "The APO and the host country will share the assignment"),
                TEXT.replace("The host country will bear", "The APO or the host country will bear"),
                TEXT.replace("Dr. AKP Mochtan\nSecretary-General\n", ""),
                TEXT.replace("Productivity of the", "Produc-\ntion of the"));
    }

    private static String labelsThenValues() {
        List<String[]> rows = TEXT.lines()
                .filter(line -> line.contains("\t"))
                .map(line -> line.split("\t"))
                .toList();
        String table = String.join(
                "\n", TEXT.lines().filter(line -> line.contains("\t")).toList());
        String columns = String.join("\n", rows.stream().map(row -> row[0]).toList()) + "\n"
                + String.join("\n", rows.stream().map(row -> row[1]).toList());
        return TEXT.replace(table, columns);
    }

    @ParameterizedTest
    @MethodSource("traps")
    void a_trap_makes_a_field_unread_and_never_wrong(String text) {
        ReadNotification read = Samples.read(text);
        assertThat(read.days()).isIn(3, null);
        if (!text.contains("Language") || text.contains("Language: ")) {
            assertThat(read.unread().size() + read.missing().size()).isPositive();
        }
        if (!text.contains("Venue Dhaka")) {
            Samples.assertRightOrUnread(read, TRUTH);
        } else {
            assertThat(read.unread()).contains("title");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            The APO will not bear the assignment costs of overseas resource persons.               | apo   | false
            The host country will meet the assignment costs of overseas resource persons.          | apo   | false
            Assignment costs of overseas experts will be met by the APO.                           | apo   | true
            Costs of site visits will be borne by the APO.                                         | visit | false
            The hosting country(ies) shall cover the cost of the site visits.                      | visit | true
            The APO will pay an honorarium for up to three (3) local resource persons.             | local | 3
            No honorarium will be paid to local resource persons.                                  | local | 0
            """)
    void financial_arrangements_are_settled_by_one_payer_only(String sentence, String what, String settled) {
        String section = TEXT.substring(TEXT.indexOf("- a. The APO will bear"), TEXT.indexOf("5. Implementation"));
        var finance =
                Samples.read(TEXT.replace(section, "- a. " + sentence + "\n\n")).financialArrangements();
        assertThat(finance.lines()).containsExactly(sentence.strip());
        Object read =
                switch (what) {
                    case "apo" -> finance.apoMeetsOverseasResourcePersons();
                    case "visit" -> finance.hostMeetsSiteVisits();
                    default -> finance.maxLocalHonoraria();
                };
        assertThat(read).hasToString(settled);
    }

    private static final String REVISED =
            """
            PROJECT NOTIFICATION

            PN Issue Date\t7 November 2019
            PN Revision 1 Issue Date\t6 March 2020
            Project Code\t20-AG-12-GE-WSP-B
            Title\tWorkshop on Models for Farming
            Timing and Duration\t9-12 June 2020 (four days)
            Venue\tDhaka, Bangladesh
            Implementing Organization\tNational Productivity Organization, Ministry of Industries, Bangladesh
            Number of Overseas Participants\tUp to 18 qualified participants from Cambodia, Republic of China, Fiji, IR Iran,
            Republic of Korea, Lao PDR, and Vietnam
            Number of Local Participants\tUp to six qualified participants
            Closing Date for Nominations\t7 April 2020

            Change History of Project Notification: 20-AG-12-GE-WSP-B

            Revision\tDate of Issue\tClause\tModifications
            Revision 1\t6 March 2020\tTiming and Duration\tTiming has been changed from 22-25 March 2020 to 9-12 June 2020
            Closing Date for Nominations\t15 January 2020

            1. Objectives

            a. To share what farms have learned; and
            b. To draw up plans.

            2. Financial Arrangements
            2.1 To be borne by the APO
            a. Assignment costs of overseas resource persons
            2.2 To be borne by the host country
            a. Costs of site visits
            """;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_older_form_with_a_revision_is_read(boolean pdf) {
        ReadNotification read = pdf
                ? Samples.readPdf(REVISED.replace("Iran,\n", "Iran, "), NotificationPdf.Look.PLAIN)
                : Samples.read(REVISED);
        assertThat(read.revisionNumber()).isEqualTo(1);
        assertThat(read.revisionDate()).isEqualTo("2020-03-06");
        assertThat(read.dateOfIssue()).isEqualTo("2019-11-07");
        assertThat(read.startDate()).isEqualTo("2020-06-09");
        assertThat(read.endDate()).isEqualTo("2020-06-12");
        assertThat(read.closingDate()).isEqualTo("2020-04-07");
        assertThat(read.venue()).isEqualTo("Dhaka, Bangladesh");
        assertThat(read.hostCodes()).containsExactly("BD");
        assertThat(read.overseasPlaces()).isEqualTo(18);
        assertThat(read.localPlaces()).isEqualTo(6);
        assertThat(read.participating())
                .isEqualTo(new Participating(false, List.of("KH", "TW", "FJ", "IR", "KR", "LA", "VN")));
        assertThat(read.objectives()).containsExactly("To share what farms have learned; and", "To draw up plans.");
        assertThat(read.financialArrangements().apoMeetsOverseasResourcePersons())
                .isTrue();
        assertThat(read.financialArrangements().hostMeetsSiteVisits()).isTrue();
        assertThat(read.missing()).isEmpty();
        assertThat(read.unread())
                .containsExactlyInAnyOrder(
                        "reference", "modality", "qualifications", "topics", "maxLocalHonoraria", "signatory");
    }

    @ParameterizedTest(name = "[{index}] {0} -> {1} of {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            textBlock =
                    """
            Revision 1: 6 June 2022                      | 1    | 2022-06-06
            Revision 2 (6 June 2022)                     | 2    | 2022-06-06
            Rev. No. 3, 6 June 2022                      | 3    | 2022-06-06
            Revision: 1~Revision Date: 6 June 2022       | 1    | 2022-06-06
            Revision No.: N/A                            | null | null
            Revision: one                                | null | null
            Revision 1: 31 June 2022                     | null | null
            """)
    void a_revision_is_read_with_its_date(String lines, Integer number, LocalDate date) {
        ReadNotification read = Samples.read(TEXT.replace("Project Code", lines.replace('~', '\n') + "\nProject Code"));
        assertThat(read.revisionNumber()).isEqualTo(number);
        assertThat(read.revisionDate()).isEqualTo(date);
        boolean told = date != null || lines.contains("N/A") || !read.unread().isEmpty() || lines.contains("31 June");
        assertThat(told).isTrue();
        assertThat(read.title()).isEqualTo(TRUTH.title());
    }

    @Test
    void any_line_cut_out_or_doubled_leaves_each_field_right_or_unread() {
        String[] lines = TEXT.split("\n");
        for (int i = 0; i < lines.length; i++) {
            List<String> doubled = new ArrayList<>(Arrays.asList(lines));
            doubled.add(i, lines[i]);
            ReadNotification read = Samples.read(String.join("\n", doubled));
            if (lines[i].contains("\t")
                    && !lines[i].startsWith("Qualifications")
                    && !lines[i].startsWith("Nomination")) {
                assertThat(read).as(lines[i]).isEqualTo(TRUTH);
            }
        }
    }

    @Test
    void random_bytes_are_refused_or_read_as_nothing() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[2000];
            random.nextBytes(bytes);
            try {
                assertThat(NotificationReader.read(bytes, "text/plain").missing())
                        .hasSize(7);
            } catch (UnreadableNotification refused) {
                assertThat(refused).hasMessageEndingWith(".");
            }
        }
        byte[] latin = "Title\tCafé\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(NotificationReader.read(latin, "text/plain").title()).isEqualTo("Café");
    }

    private static ReadNotification with(String label, String value) {
        return Samples.read(row(TEXT, label, value));
    }

    private static String row(String text, String label, String value) {
        String changed = text.replaceFirst(
                "(?m)^" + Pattern.quote(label) + "\t.*$", Matcher.quoteReplacement(label + "\t" + value));
        assertThat(changed).contains(label + "\t" + value);
        return changed;
    }
}
