package org.assent.organisation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in offices: the whole file or nothing of it. */
@Service
@Transactional
class OrganisationService {

    /** What an import came to; with problems nothing was taken. */
    record Outcome(int added, int changed, int unchanged, List<Problem> problems) {

        static Outcome refused(List<Problem> problems) {
            return new Outcome(0, 0, 0, List.copyOf(problems));
        }
    }

    private final Organisations organisations;
    private final OrganisationImports imports;
    private final OrganisationChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationService(
            Organisations organisations,
            OrganisationImports imports,
            OrganisationChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.imports = imports;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    boolean hasEverImported() {
        return imports.count() > 0;
    }

    Outcome take(byte[] csv, String user) {
        OrganisationFile file = OrganisationFile.read(csv);
        if (!file.problems().isEmpty()) {
            return Outcome.refused(file.problems());
        }
        Map<String, Organisation> before = new HashMap<>();
        organisations.findAllByOrderByCode().forEach(office -> before.put(office.code(), office));
        OrganisationTree tree = new OrganisationTree(before, file.lines());
        List<Problem> problems = tree.problems();
        return problems.isEmpty() ? write(tree, before, user, digest(csv)) : Outcome.refused(problems);
    }

    private Outcome write(OrganisationTree tree, Map<String, Organisation> before, String user, String sha256) {
        List<Organisation> added = new ArrayList<>();
        Map<String, List<Organisation.Difference>> changed = new LinkedHashMap<>();
        int unchanged = 0;
        for (OrganisationLine line : tree.fromTheTop()) {
            Organisation known = before.get(line.code());
            List<Organisation.Difference> differences = known == null ? List.of() : known.update(line);
            if (known == null) {
                added.add(new Organisation(line, tree.ministry(line)));
            } else if (differences.isEmpty()) {
                unchanged++;
            } else {
                changed.put(line.code(), differences);
            }
        }
        organisations.saveAll(added);
        OrganisationImport done = imports.save(
                new OrganisationImport(user, clock.instant(), sha256, added.size(), changed.size(), unchanged));
        changes.saveAll(changed.entrySet().stream()
                .flatMap(office -> office.getValue().stream()
                        .map(difference -> new OrganisationChange(done, office.getKey(), difference)))
                .toList());
        events.publishEvent(new OrganisationsImported());
        return new Outcome(added.size(), changed.size(), unchanged, List.of());
    }

    private static String digest(byte[] csv) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
