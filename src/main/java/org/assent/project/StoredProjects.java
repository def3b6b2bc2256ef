package org.assent.project;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register, read from the tables. */
@Component
@Transactional(readOnly = true)
class StoredProjects implements ProjectRegister {

    /** Two each for 19 guests make the 38 places of the real notification. */
    private static final int USUAL_PLACES = 2;

    private final Projects projects;
    private final Economies economies;
    private final Membership members;

    StoredProjects(Projects projects, Economies economies, Membership members) {
        this.projects = projects;
        this.economies = economies;
        this.members = members;
    }

    @Override
    public ProjectFacts project(String code) {
        return find(code).orElseThrow(() -> new Refusal("No notification has been issued for the project code given."));
    }

    @Override
    public Optional<ProjectFacts> find(String code) {
        return projects.findByCode(code).filter(Project::isIssued).map(this::facts);
    }

    @Override
    public List<ProjectFacts> all() {
        return projects.findAllByOrderByCode().stream()
                .filter(Project::isIssued)
                .map(this::facts)
                .toList();
    }

    @Override
    public List<ProjectLine> lines() {
        return projects.findAllByOrderByCode().stream().map(Project::line).toList();
    }

    @Override
    public List<Topic> topics(String code) {
        return projects.findByCode(code)
                .map(project -> project.latest().terms().topics())
                .orElse(List.of());
    }

    @Override
    public EconomyFacts economy(String iso2) {
        return economies
                .findByIso2(iso2)
                .map(Economy::facts)
                .orElseThrow(() -> new Refusal("There is no member economy with the code given."));
    }

    @Override
    public List<EconomyFacts> economies() {
        return economies.findAllByOrderByName().stream().map(Economy::facts).toList();
    }

    @Override
    public List<ChangeFacts> changes(String code) {
        return projects.findByCode(code).map(Project::changes).orElse(List.of());
    }

    @Override
    public Optional<ReopeningFacts> reopening(String code, String economy) {
        return projects.findByCode(code)
                .flatMap(project -> project.reopening(economy))
                .map(Reopening::facts);
    }

    private ProjectFacts facts(Project project) {
        Notification latest = project.latest();
        Terms terms = latest.terms();
        Deadlines deadlines = project.deadlines();
        List<String> participating = members.participating(terms);
        int overseas = requireNonNull(terms.overseasPlaces());
        return new ProjectFacts(
                project.code(),
                project.title(),
                requireNonNull(terms.start()),
                requireNonNull(terms.end()),
                requireNonNull(terms.modality()),
                terms.hosts(),
                participating,
                overseas,
                requireNonNull(terms.localPlaces()),
                deadlines.closingDate(),
                deadlines.closingAt(),
                latest.number(),
                terms.reference(),
                terms.targetGroups().stream().map(OrganizationType::valueOf).toList(),
                project.state(),
                deadlines.announceOn(),
                deadlines.announceAt(),
                deadlines.readinessAt(),
                deadlines.firstReminderAt(),
                deadlines.secondReminderAt(),
                requireNonNullElse(terms.placesPerEconomy(), USUAL_PLACES));
    }
}
