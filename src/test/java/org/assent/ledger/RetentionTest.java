package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.assent.announcement.ParticipantRegister;
import org.assent.certification.CertificateRegister;
import org.assent.certification.CertificateRegister.CertificateLine;
import org.assent.certification.CertificationFixture;
import org.assent.engine.EngineTables;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationFixture;
import org.assent.nomination.NominationFixture.Profile;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** When a case's time of retention is over, its people are forgotten, and that nobody changed the record stays proven. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class RetentionTest {

    private static final String OURS =
            "(nomination|participa|screening|assessment|selection|announcement|programme|speaker|held|attendance|platform|certificat|assignment|ledger|act).*";
    private static final String HASH = Hash.of("a paper");

    @Autowired
    ApplicationContext desk;

    @Autowired
    ProjectFixture projects;

    @Autowired
    NominationFixture candidates;

    @Autowired
    CertificationFixture certifications;

    @Autowired
    NominationRegister nominations;

    @Autowired
    ParticipantRegister participants;

    @Autowired
    CertificateRegister certificates;

    @TempDir
    Path folder;

    private SealedCase sealed;
    private String code;

    @BeforeEach
    void aCaseHasEnded() {
        sealed = new SealedCase(desk, folder);
        code = projects.issuedAnew();
        candidates.submitted(code, "IN", Profile.strong(), Profile.ordinary());
        certifications.issued(code);
        // any model of ours will do: the case is known by its key
        String ended = sealed.engine
                .getRuntimeService()
                .startProcessInstanceByKey("screening", code)
                .getId();
        sealed.engine.getRuntimeService().deleteProcessInstance(ended, "over");
        sealed.transaction.executeWithoutResult(status -> {
            WrittenRows rows = new WrittenRows(null);
            rows.add(new WrittenRows.Happening("issued", Map.of("document", "paper", "sha256", HASH), ended));
            desk.getBean(ChainWriter.class).append(rows);
        });
        sealed.sealing.seal();
    }

    @Test
    void at_its_end_the_clean_up_erases_people_and_leaves_the_proof() {
        CertificateLine certificate = certificates.certificates(code).get(0);
        TreeSet<String> people = people();
        assertThat(people).hasSizeGreaterThan(6);
        assertThat(EngineTables.find(sealed.database, OURS, people)).hasSizeGreaterThan(10);
        assertThat(salts()).isPositive();
        LedgerProofs proofs = new LedgerProofs(sealed.database, sealed.keys);
        Instant recorded = proofs.of(HASH).orElseThrow().recorded();

        cleanUp(Duration.ofDays(3640));
        assertThat(nominations.all(code)).as("not before its time").hasSize(2);
        cleanUp(Duration.ofDays(3660));
        sealed.sealing.seal();

        assertThat(nominations.all(code)).isEmpty();
        assertThat(EngineTables.find(sealed.database, OURS, people)).isEmpty();
        assertThat(salts()).as("nothing is left to try guesses with").isZero();
        assertThat(sealed.audit.verify().findings()).isEmpty();
        List<Finding> altered = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            assertThat(sealed.database.update(
                            "update ledger_entry set hash = ? where content = '' and position = 1 and chain not like 'desk:%'",
                            HASH))
                    .isPositive();
            return sealed.findings();
        });
        assertThat(altered).as("what is buried is still marked").anySatisfy(found -> assertThat(found.toString())
                .contains("was not written by this desk"));
        assertThat(certificates.find(certificate.serial()))
                .as("its holder can still prove it")
                .hasValueSatisfying(left -> {
                    assertThat(left.name()).isEmpty();
                    assertThat(left.sha256()).isEqualTo(certificate.sha256());
                });
        assertThat(proofs.of(certificate.sha256())).isPresent();
        assertThat(proofs.of(HASH))
                .as("the case's entries are gone, and what was issued is told again")
                .map(LedgerProofs.Proof::recorded)
                .contains(recorded);

        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            sealed.database.update(
                    "update certificate set name = 'Somebody else' where serial = ?", certificate.serial());
            return sealed.findings();
        });
        assertThat(findings).singleElement().asString().startsWith("CHANGED certificate ");
    }

    @Test
    void a_case_whose_end_somebody_set_back_is_not_buried() {
        String young = projects.issuedAnew();
        String ended = sealed.engine
                .getRuntimeService()
                .startProcessInstanceByKey("screening", young)
                .getId();
        sealed.engine.getRuntimeService().deleteProcessInstance(ended, "over");
        for (String table : List.of("procinst", "taskinst", "actinst")) {
            sealed.database.update(
                    "update act_hi_" + table
                            + " set start_time_ = timestamp '2010-01-01 00:00:00', end_time_ = timestamp '2010-01-02 00:00:00' where root_proc_inst_id_ = ?",
                    ended);
        }

        assertThatThrownBy(() -> cleanUp(Duration.ZERO))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(ended)
                .hasMessageContaining("by the ledger its time of retention ends on");

        assertThat(sealed.audit.verify().findings())
                .as("and what was done is told")
                .anySatisfy(found -> assertThat(found.toString()).startsWith("CHANGED act_hi_procinst " + ended));
        sealed.database.update("update ledger_entry set content = '' where chain = ?", ended);
        assertThatThrownBy(() -> cleanUp(Duration.ZERO)).hasMessageContaining("the ledger has no record of it");
    }

    @Test
    void a_case_whose_record_somebody_set_back_is_not_buried() {
        String ended = sealed.engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("screening")
                .finished()
                .list()
                .get(0)
                .getId();
        sealed.database.update(
                "update ledger_entry set content = replace(content, '\"end_time_\":\"2', '\"end_time_\":\"1') where chain = ?",
                ended);

        assertThatThrownBy(() -> cleanUp(Duration.ofDays(3660)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("its record in the ledger was changed");
    }

    @Test
    void a_person_who_asks_for_it_is_erased_from_what_is_over_and_the_proof_stands() {
        CandidateFacts who = nominations.all(code).get(0);
        CandidateFacts other = nominations.all(code).get(1);
        TreeSet<String> person = new TreeSet<>(List.of(who.email(), who.displayName()));
        assertThat(EngineTables.find(sealed.database, OURS, person)).isNotEmpty();
        CertificateLine certificate = certificates.certificates(code).get(0);

        assertThatThrownBy(() -> candidates.erased(code, who.reference(), who.familyName(), "Mr. " + who.displayName()))
                .as("a name is no order's number")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> candidates.erased(code, "IN-77", who.familyName(), "2022/17"))
                .isInstanceOf(Refusal.class);
        String running = sealed.engine
                .getRuntimeService()
                .startProcessInstanceByKey("screening", code)
                .getId();
        assertThatThrownBy(() -> candidates.erased(code, who.reference(), who.familyName(), "2022/17"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not over yet");
        sealed.engine.getRuntimeService().deleteProcessInstance(running, "over");

        assertThatThrownBy(() -> candidates.erased(code, other.reference(), who.familyName(), "2022/17"))
                .as("a reference mistyped")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("please compare")
                .hasMessageNotContainingAny(other.familyName(), other.givenName(), who.familyName());
        assertThat(nominations.all(code)).hasSize(2);

        LocalDate birth = who.birth();
        assertThatThrownBy(() -> candidates.erased(who.familyName(), who.givenName(), birth.plusDays(1), "2022/17"))
                .isInstanceOf(Refusal.class);
        assertThat(candidates.erased(
                        " " + who.familyName().toUpperCase(Locale.ROOT), who.givenName(), birth, "2022/17"))
                .isPositive();

        Verification.Result young = sealed.audit.verify();
        assertThat(young.findings()).isEmpty();
        assertThat(young.unsealed()).as("exit status 3").isPositive();
        sealed.sealing.seal();
        assertThat(sealed.audit.verify().isWhole()).as("exit status 0").isTrue();
        assertThat(EngineTables.find(sealed.database, OURS, person)).isEmpty();
        assertThat(nominations.all(code)).extracting(CandidateFacts::reference).containsExactly(other.reference());
        assertThat(sealed.database.queryForList(
                        "select content from ledger_entry where chain = 'desk:erased on request'", String.class))
                .singleElement()
                .asString()
                .contains("2022/17", "admin", code + " " + who.reference());
        assertThat(certificates.certificates(code))
                .anySatisfy(left -> assertThat(left.sha256()).isEqualTo(certificate.sha256()));
    }

    private TreeSet<String> people() {
        TreeSet<String> people = new TreeSet<>();
        nominations.all(code).forEach(person -> people.addAll(List.of(person.email(), person.displayName())));
        participants.participants(code).forEach(person -> people.add(person.displayName()));
        participants.speakers(code).forEach(speaker -> people.add(speaker.name()));
        certificates.certificates(code).forEach(line -> people.add(line.name()));
        return people;
    }

    private long salts() {
        return sealed.database.queryForObject(
                "select count(*) from ledger_salt where table_name in ('nomination', 'participation', 'speaker', 'certificate_file')",
                Long.class);
    }

    /** As many rounds as others' cases in this database need. */
    private void cleanUp(Duration later) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(later)));
        try {
            sealed.engine.getHistoryService().cleanUpHistoryAsync(true);
            for (int batch = 0; batch < 20; batch++) {
                sealed.engine.getHistoryService().findHistoryCleanupJobs().forEach(job -> sealed.engine
                        .getManagementService()
                        .executeJob(job.getId()));
            }
        } finally {
            ClockUtil.reset();
        }
    }
}
