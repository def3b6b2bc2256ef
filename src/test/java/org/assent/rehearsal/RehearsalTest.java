package org.assent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assent.announcement.ParticipantRegister;
import org.assent.assignment.AssignmentRegister;
import org.assent.attendance.AttendanceRegister;
import org.assent.certification.CertificateRegister;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.drafting.VersionState;
import org.assent.engine.CaseLine;
import org.assent.engine.EngineTables;
import org.assent.engine.HistoryQueries;
import org.assent.engine.HistorySearch;
import org.assent.evaluation.EvaluationRegister;
import org.assent.evaluation.ScoreSheet;
import org.assent.history.EventLogs;
import org.assent.history.HistoryExports;
import org.assent.ledger.LedgerDesk;
import org.assent.ledger.VerifyBundleCommand;
import org.assent.nomination.NominationRegister;
import org.assent.screening.Selected;
import org.assent.screening.SelectionRegister;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** A whole project and a year of agreements, played by the forms on the rehearsal clock with the job executor at work. */
@SpringBootTest(
        properties = {
            "assent.rehearsal.at-start=false",
            "assent.rehearsal-clock.enabled=true",
            "camunda.bpm.job-execution.enabled=true",
            "assent.mail.outbox=target/rehearsal-test/outbox",
        })
@ActiveProfiles("rehearsal")
@DirtiesContext
class RehearsalTest {

    @Autowired
    Play play;

    @Autowired
    NominationRegister nominations;

    @Autowired
    SelectionRegister selections;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    CertificateRegister certificates;

    @Autowired
    ParticipantRegister participants;

    @Autowired
    AssignmentRegister assignments;

    @Autowired
    DocumentRegister documents;

    @Autowired
    EvaluationRegister evaluations;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RuntimeService cases;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    LedgerDesk ledger;

    @Autowired
    HistoryQueries recorded;

    @Autowired
    HistoryExports exports;

    @TempDir
    Path folder;

    @Test
    void the_summary_of_a_whole_project_agrees_with_the_database() throws Exception {
        List<String> told = new ArrayList<>();

        Path written = play.perform(folder, told::add);

        JsonNode summary = new ObjectMapper().readTree(written.toFile());
        String code = summary.path("projectCode").asText();
        assertThat(summary.properties().stream().map(entry -> entry.getKey()))
                .containsExactly(
                        "projectCode",
                        "announcedOn",
                        "nominations",
                        "selected",
                        "alternates",
                        "refusals",
                        "certificates",
                        "agreements");
        assertThat(code).isEqualTo("22-CL-15-GE-WSP-A");
        assertThat(summary.path("announcedOn").asText()).isEqualTo("2022-08-10");
        var byState = nominations.all(code).stream()
                .collect(Collectors.groupingBy(one -> one.state().name(), Collectors.counting()));
        assertThat(summary.path("nominations").size()).isEqualTo(byState.size());
        byState.forEach((state, count) -> assertThat(
                        summary.path("nominations").path(state).asLong())
                .as(state)
                .isEqualTo(count));
        var selection = selections.selection(code).orElseThrow();
        long local = selection.selected().stream().filter(Selected::local).count();
        assertThat(summary.at("/selected/local").asLong()).isEqualTo(local).isEqualTo(12);
        assertThat(summary.at("/selected/overseas").asLong())
                .isEqualTo(selection.selected().size() - local)
                .isEqualTo(38);
        assertThat(summary.path("alternates").asInt())
                .isEqualTo(selection.alternates().size())
                .isPositive();
        assertThat(summary.path("refusals").size()).isGreaterThan(25);
        summary.path("refusals").forEach(refusal -> {
            assertThat(refusal.path("who").asText()).isNotBlank();
            assertThat(refusal.path("reason").asText()).isNotBlank().doesNotContain("ENGINE-", "null");
        });
        assertThat(told).hasSizeGreaterThan(70).allMatch(line -> line.startsWith("["));
        assertThat(cases.createIncidentQuery().count()).isZero();
        assertThat(cases.createProcessInstanceQuery().count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("nomination")
                        .count())
                .isEqualTo(20);
        thereIsACertificateForExactlyThoseWhoAttendedEverything(code, summary);
        nobodyStandsInAnEngineTable(code);
        theLedgerOfItAllIsWhole(code);
        toolsOfOthersLoadItsEventLogs();
        theScoresFollowFromWhatTheSummarySays(summary.path("agreements"));
        industriesWentThroughAllThatCanHappen(summary.path("agreements"));
    }

    /** What auditors take away of all of it answers to the published schemas and agrees with the history. */
    private void toolsOfOthersLoadItsEventLogs() {
        List<CaseLine> all = recorded.find(HistorySearch.of(null), 0, 1000);
        assertThat(all).hasSizeGreaterThan(80).hasSize((int)
                history.createHistoricProcessInstanceQuery().count());
        int ended = EventLogs.ended(database, all);
        assertThat(ended).isGreaterThan(2000);
        assertThat(EventLogs.ends(exports.xes(all))).isEqualTo(ended);
        assertThat(EventLogs.objectCentric(exports.ocel(all)).path("events")).hasSize(EventLogs.moments(database, all));
    }

    /** Whoever has the summary alone can add up each score and rank all ten. */
    private void theScoresFollowFromWhatTheSummarySays(JsonNode agreements) {
        assertThat(agreements).hasSize(10);
        Set<BigDecimal> places = new TreeSet<>(Comparator.reverseOrder());
        agreements.forEach(agreement -> places.add(agreement.path("score").decimalValue()));
        List<BigDecimal> ranked = List.copyOf(places);
        for (JsonNode agreement : agreements) {
            String office = agreement.path("organisation").asText();
            assertThat(agreement.path("fiscalYear").asText()).isEqualTo("2023-24");
            BigDecimal weights = BigDecimal.ZERO;
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode indicator : agreement.path("indicators")) {
                BigDecimal weight = indicator.path("weight").decimalValue();
                BigDecimal earned =
                        indicator.path("raw").decimalValue().multiply(weight).movePointLeft(2);
                assertThat(indicator.path("weighted").decimalValue())
                        .as(office + " " + indicator.path("id").asText())
                        .isEqualByComparingTo(earned.setScale(2, RoundingMode.HALF_UP));
                assertThat(indicator.path("actual").asText()).isNotBlank();
                weights = weights.add(weight);
                sum = sum.add(earned);
            }
            BigDecimal score = agreement.path("score").decimalValue();
            assertThat(weights).as(office).isEqualByComparingTo("100");
            assertThat(score).as(office).isEqualByComparingTo(sum.setScale(2, RoundingMode.HALF_UP));
            assertThat(agreement.path("rank").asInt()).as(office).isEqualTo(ranked.indexOf(score) + 1);
            assertThat(evaluations.scoreSheet(office + "/2023-24").orElseThrow().composite())
                    .isEqualByComparingTo(score);
        }
    }

    private void industriesWentThroughAllThatCanHappen(JsonNode agreements) throws Exception {
        String key = "industries/2023-24";
        assertThat(documents.versions(key))
                .extracting(VersionFacts::state, VersionFacts::revision)
                .containsExactly(
                        tuple(VersionState.RETURNED, false),
                        tuple(VersionState.SUPERSEDED, false),
                        tuple(VersionState.SIGNED, true));
        assertThat(documents.differences(key, 2, 3)).isNotEmpty().allMatch(change -> change.key()
                .equals("i-urea"));
        assertThat(evaluations.scoreSheet(key).orElseThrow().lines())
                .filteredOn(line -> line.differs() || !line.evidenceAccepted())
                .extracting(ScoreSheet.Line::key, ScoreSheet.Line::evidenceAccepted)
                .containsExactly(tuple("i-plots", true), tuple("i-labs", false));
        String unproven = documents.inForce(key).orElseThrow().indicators().stream()
                .filter(indicator -> indicator.key().equals("i-labs"))
                .map(indicator -> indicator.id())
                .findFirst()
                .orElseThrow();
        for (JsonNode agreement : agreements) {
            if (agreement.path("organisation").asText().equals("industries")) {
                assertThat(StreamSupport.stream(agreement.path("indicators").spliterator(), false)
                                .filter(indicator ->
                                        indicator.path("id").asText().equals(unproven)))
                        .singleElement()
                        .satisfies(indicator ->
                                assertThat(indicator.path("raw").decimalValue()).isZero());
            }
        }
        assertThat(new String(read("agreement-industries-2023-24.pdf"), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    /** The whole project played, and no engine table knows any of the people in it. */
    private void nobodyStandsInAnEngineTable(String code) {
        Set<String> people = new TreeSet<>();
        nominations.all(code).forEach(person -> {
            people.add(person.email());
            people.add(person.displayName());
        });
        participants.speakers(code).forEach(speaker -> people.add(speaker.name()));
        assignments.assignments(code).stream()
                .map(line -> line.item().replaceAll("^[^:]*: |,.*$", ""))
                .forEach(people::add);
        assertThat(people).hasSizeGreaterThan(100);
        assertThat(EngineTables.find(database, "nomination", people)).isNotEmpty();
        assertThat(EngineTables.find(database, EngineTables.ENGINE, people)).isEmpty();
    }

    /** Whatever was written anywhere is on record as it stands, and a third party can check the project's case. */
    private void theLedgerOfItAllIsWhole(String code) throws Exception {
        identity.setAuthentication("auditor", List.of("auditors"));
        ledger.verify();
        await().pollInSameThread().atMost(Duration.ofMinutes(3)).until(() -> !"running"
                .equals(ledger.state().get("state")));
        assertThat(ledger.state()).containsEntry("state", "whole");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = VerifyBundleCommand.run(
                List.of(
                        Files.write(
                                        folder.resolve("bundle.zip"),
                                        ledger.bundle(code).content())
                                .toString(),
                        "--key",
                        Files.write(folder.resolve("keys.pem"), ledger.keys()).toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        identity.clearAuthentication();
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(" documents;")
                .doesNotContain(" 0 documents");
    }

    private void thereIsACertificateForExactlyThoseWhoAttendedEverything(String code, JsonNode summary)
            throws Exception {
        var present = attendance.presences(code).keySet().stream()
                .filter(reference -> attendance.outcome(code, reference) == AttendanceRegister.Outcome.ATTENDED_ALL)
                .toList();
        var issued = certificates.certificates(code);
        assertThat(issued).extracting(line -> line.reference()).containsExactlyInAnyOrderElementsOf(present);
        assertThat(StreamSupport.stream(summary.path("certificates").spliterator(), false)
                        .map(line -> line.path("serial").asText()))
                .containsExactlyElementsOf(
                        issued.stream().map(line -> line.serial()).toList());
        for (JsonNode line : summary.path("certificates")) {
            byte[] document = read(line.path("file").asText());
            assertThat(new String(document, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(document)))
                    .isEqualTo(line.path("sha256").asText());
        }
    }

    private byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
