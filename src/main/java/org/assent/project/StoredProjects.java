package org.assent.project;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register, read from the tables. */
@Component
@Transactional(readOnly = true)
class StoredProjects implements ProjectRegister {

    private final Projects projects;
    private final Economies economies;

    StoredProjects(Projects projects, Economies economies) {
        this.projects = projects;
        this.economies = economies;
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
        return Optional.empty();
    }

    private ProjectFacts facts(Project project) {
        Notification latest = project.latest();
        Terms terms = latest.terms();
        Deadlines deadlines = project.deadlines();
        List<String> participating = participating(terms);
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
                perEconomy(overseas, participating.size() - terms.hosts().size()));
    }

    /** "All members" means the active ones. */
    private List<String> participating(Terms terms) {
        Stream<String> named = terms.allMembers()
                ? economies.findByActiveTrueOrderByName().stream().map(Economy::iso2)
                : Stream.concat(terms.hosts().stream(), terms.economies().stream());
        return named.distinct().sorted().toList();
    }

    /** 38 places for 19 guests are two each (domain.md 0, finding 2). */
    private static int perEconomy(int places, int guests) {
        return guests <= 0 ? places : Math.max(1, places / guests);
    }
}
