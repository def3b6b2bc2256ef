package org.assent.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assent.project.OrganizationType;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submitted candidates for tests that do not walk the process: straight through the entities. Public: later
 * capabilities' tests use it. The project must have been issued, see ProjectFixture.
 */
@Component
@Transactional
public class NominationFixture {

    /** What screening looks at. Public: tests vary it. */
    public record Profile(
            PositionLevel level,
            OrganizationType organization,
            int experience,
            Education degree,
            EnglishLevel english,
            int earlierProjects,
            boolean complete) {

        public static Profile strong() {
            return new Profile(
                    PositionLevel.SENIOR_MANAGER,
                    OrganizationType.GOVERNMENT,
                    12,
                    Education.MASTER,
                    EnglishLevel.FLUENT,
                    0,
                    true);
        }

        public static Profile ordinary() {
            return new Profile(
                    PositionLevel.OFFICER,
                    OrganizationType.LOCAL_GOVERNMENT,
                    6,
                    Education.BACHELOR,
                    EnglishLevel.GOOD,
                    1,
                    true);
        }

        public Profile with(EnglishLevel other) {
            return new Profile(level, organization, experience, degree, other, earlierProjects, complete);
        }

        public Profile with(OrganizationType other) {
            return new Profile(level, other, experience, degree, english, earlierProjects, complete);
        }

        public Profile withExperience(int years) {
            return new Profile(level, organization, years, degree, english, earlierProjects, complete);
        }

        public Profile withEarlierProjects(int count) {
            return new Profile(level, organization, experience, degree, english, count, complete);
        }

        public Profile incomplete() {
            return new Profile(level, organization, experience, degree, english, earlierProjects, false);
        }
    }

    private static final String[][] NAMES = {
        {"Perera", "Anjali"},
        {"Yılmaz", "Ayşe"},
        {"Nguyễn", "Thị Hương"},
        {"খাতুন", "রহিমা"},
        {"Santos", "Maria"},
        {"Tanaka", "Ken"}
    };

    private final NominationCases cases;
    private final ProjectRegister projects;
    private final PersonErasure erasure;

    NominationFixture(NominationCases cases, ProjectRegister projects, PersonErasure erasure) {
        this.cases = cases;
        this.projects = projects;
        this.erasure = erasure;
    }

    /** As an administrator asks for it; returns how many records went. */
    public int erased(String familyName, String givenName, LocalDate birth, String order) {
        return erasure.named(familyName, givenName, birth, order, "admin").records();
    }

    /** By project, reference and family name; returns how many records went. */
    public int erased(String project, String reference, String familyName, String order) {
        return erasure.referred(project, reference, familyName, order, "admin").records();
    }

    /** So many complete candidates in order of preference, the first strong, the rest ordinary; returns the references. */
    public List<String> submitted(String projectCode, String economy, int howMany) {
        Profile[] profiles = new Profile[howMany];
        for (int i = 0; i < howMany; i++) {
            profiles[i] = i == 0 ? Profile.strong() : Profile.ordinary();
        }
        return submitted(projectCode, economy, profiles);
    }

    /** One candidate per profile in order of preference, submitted the day before closing; returns the references. */
    public List<String> submitted(String projectCode, String economy, Profile... profiles) {
        ProjectFacts project = projects.project(projectCode);
        NominationCase opened = opened(project, economy);
        Instant now = opened.closingAt().minus(1, ChronoUnit.DAYS);
        return submit(opened, project, now, profiles);
    }

    /** More candidates in a replacement window that opens a day after the announcement; returns their references. */
    public List<String> replacements(String projectCode, String economy, Profile... profiles) {
        ProjectFacts project = projects.project(projectCode);
        NominationCase opened = opened(project, economy);
        Instant now = project.announceAt().plus(1, ChronoUnit.DAYS);
        opened.close(project.closingAt());
        opened.reopen(
                project.announceOn().plusDays(5), "A participant cannot come; please name another.", project, now);
        return submit(opened, project, now.plus(1, ChronoUnit.HOURS), profiles);
    }

    private List<String> submit(NominationCase opened, ProjectFacts project, Instant now, Profile... profiles) {
        List<Biodata> list = new ArrayList<>();
        for (int i = 0; i < profiles.length; i++) {
            list.add(biodata(opened.economy(), opened.nominations().size() + i + 1, profiles[i]));
        }
        opened.draft(list, project, projects.economy(opened.economy()), "npo", now);
        opened.endorse("npo-head", "Head of the NPO", "Director", now);
        cases.save(opened);
        opened.freeRanks(now);
        cases.flush();
        int before = opened.standing().size();
        opened.register(now);
        cases.flush();
        return opened.standing().stream()
                .skip(before)
                .map(Nomination::reference)
                .toList();
    }

    /** The NPO says that it nominates nobody. */
    public void nobody(String projectCode, String economy) {
        ProjectFacts project = projects.project(projectCode);
        NominationCase opened = opened(project, economy);
        opened.nominateNobody("npo", opened.closingAt().minus(1, ChronoUnit.DAYS));
        cases.save(opened);
    }

    private NominationCase opened(ProjectFacts project, String economy) {
        return cases.findByProjectCodeAndEconomy(project.code(), economy)
                .orElseGet(() -> cases.save(new NominationCase(project, economy)));
    }

    /** A line of the candidates' form: person {@code n} of an economy, the same each time. */
    static Biodata biodata(String economy, int n, Profile profile) {
        String[] name = NAMES[(economy.charAt(0) + economy.charAt(1) + n) % NAMES.length];
        String mark = economy + n;
        return new Biodata(
                name[0] + " " + mark,
                name[1],
                n % 2 == 0 ? Sex.MALE : Sex.FEMALE,
                LocalDate.of(1980, 1, 1).plusMonths(n),
                economy,
                "candidate" + n + "@" + economy.toLowerCase(Locale.ROOT) + ".example.org",
                "+94 11 555 " + n,
                "Deputy director",
                profile.level(),
                "Ministry of Public Services",
                profile.organization(),
                "1 Main Street",
                profile.degree(),
                "National University",
                2002,
                "2003 to today: Ministry of Public Services",
                profile.complete() ? "Runs the performance management of the ministry" : "",
                profile.experience(),
                profile.english(),
                profile.english(),
                profile.english(),
                "none" + "\n19-RP-02-GE-SPW-A, 2019".repeat(profile.earlierProjects()),
                profile.complete() ? "Will introduce performance agreements" : "",
                "Next of kin, +94 11 555 0",
                true,
                true,
                LocalDate.of(2022, 6, 20),
                true,
                "Asia/Colombo");
    }
}
