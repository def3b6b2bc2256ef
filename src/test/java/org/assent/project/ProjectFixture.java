package org.assent.project;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issued projects for tests that do not walk the process: straight through the entities. Public: every capability's
 * tests use it. Without more it is the real notification of 28 May 2022.
 */
@Component
@Transactional
public class ProjectFixture {

    public static final String CODE = "22-CL-15-GE-WSP-A";

    private static final LocalDate ISSUED = LocalDate.of(2022, 5, 28);

    private final Projects projects;
    private final Economies economies;
    private final AtomicInteger serial = new AtomicInteger();

    ProjectFixture(Projects projects, Economies economies) {
        this.projects = projects;
        this.economies = economies;
    }

    /** The real one, issued once per database however often it is asked for; returns its code. */
    public String issued() {
        if (!projects.existsByCode(CODE)) {
            issue(CODE, real());
        }
        return CODE;
    }

    /** The real one's terms under a code that no other test has. */
    public String issuedAnew() {
        return issued(LocalDate.of(2022, 8, 24), LocalDate.of(2022, 8, 26), LocalDate.of(2022, 8, 3), 38, 12);
    }

    /** A digital project hosted by Sri Lanka, all members taking part, under a new code. */
    public String issued(LocalDate start, LocalDate end, LocalDate closing, int overseas, int local) {
        return issued(start, end, closing, Modality.DIGITAL, List.of("LK"), List.of(), overseas, local);
    }

    /** Under a new code; no named economies means all members. */
    public String issued(
            LocalDate start,
            LocalDate end,
            LocalDate closing,
            Modality modality,
            List<String> hosts,
            List<String> economies,
            int overseas,
            int local) {
        int next = serial.incrementAndGet();
        String code = "22-ZZ-%02d-GE-WSP-%c".formatted(next % 100, 'A' + next / 100);
        Terms real = real();
        issue(
                code,
                new Terms(
                        code + "-PN2200057-001",
                        start,
                        end,
                        modality,
                        real.venue(),
                        hosts,
                        economies.isEmpty(),
                        economies,
                        real.implementing(),
                        overseas,
                        local,
                        real.placesPerEconomy(),
                        real.qualifications(),
                        real.targetGroups(),
                        real.nominationRule(),
                        closing,
                        real.objectives(),
                        real.topics(),
                        real.financialArrangements(),
                        real.signatory()));
        return code;
    }

    /** Past its closing date, as screening and announcement find it. */
    public void nominationsClosed(String code) {
        projects.findByCode(code).orElseThrow().enter(ProjectState.NOMINATIONS_CLOSED);
    }

    private void issue(String code, Terms terms) {
        Project project = new Project(
                code,
                "Workshop on Performance Management Systems and Productivity of the Public Sector",
                "programme-officer");
        project.draft(project.title(), terms);
        project.issue(
                ISSUED,
                economies.findByActiveTrueOrderByName().stream()
                        .map(Economy::iso2)
                        .toList(),
                terms.modality() == Modality.DIGITAL ? 14 : 28,
                14,
                3);
        projects.save(project);
    }

    static Terms real() {
        return new Terms(
                CODE + "-PN2200057-001",
                LocalDate.of(2022, 8, 24),
                LocalDate.of(2022, 8, 26),
                Modality.DIGITAL,
                "",
                List.of("LK"),
                true,
                List.of(),
                "National Productivity Secretariat, Sri Lanka and APO Secretariat",
                38,
                12,
                2,
                "Policymakers and government officials, representatives of local government units and government"
                        + " enterprises, staff of public organizations, and academics working on performance"
                        + " management and quality management systems in the public sector",
                List.of("NPO", "GOVERNMENT", "LOCAL_GOVERNMENT", "PUBLIC_ENTERPRISE", "ACADEMIA"),
                "All nominations must be submitted through National Productivity Organizations of member countries",
                LocalDate.of(2022, 8, 3),
                "Examine existing performance management systems and public-sector productivity in APO members.",
                List.of(
                        new Topic(1, "Definition and evolution of performance management systems in the public sector"),
                        new Topic(2, "Performance management systems and productivity in the public sector"),
                        new Topic(3, "Formulating strategic plans for the public sector")),
                "The APO will meet the assignment costs of overseas resource persons and honorarium for up to two"
                        + " local resource persons.",
                "Dr. AKP Mochtan, Secretary-General");
    }
}
