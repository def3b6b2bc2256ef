package org.assent.nomination;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.assent.engine.Erasure;
import org.assent.engine.Evidence;
import org.assent.engine.PeopleKept.Kept;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a candidate who asked for it from every case that is over. What is left, verdicts by reference, numbers and
 * hashes of certificates, tells of nobody, and the ledger proves it as before.
 */
@Service
class PersonErasure {

    /** How many records went, in how many cases, and how many cases still run and keep theirs. */
    record Erased(int records, int cases, int running) {}

    /** One nomination; without a reference it was never submitted. */
    private record Nominated(long id, String project, @Nullable String reference, String family, String given) {

        boolean isNamed(String family, String given) {
            return isOfFamily(family) && plain(given).equals(plain(this.given));
        }

        boolean isOfFamily(String family) {
            return plain(family).equals(plain(this.family));
        }

        private static String plain(String name) {
            // by way of capitals, or a dotless i in capitals were another letter; accents are written in two ways
            return Normalizer.normalize(name, Normalizer.Form.NFC)
                    .strip()
                    .replaceAll("\\s+", " ")
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcTemplate database;
    private final Erasure erasure;
    private final ObjectProvider<Evidence> evidence;

    PersonErasure(JdbcTemplate database, Erasure erasure, ObjectProvider<Evidence> evidence) {
        this.database = database;
        this.erasure = erasure;
        this.evidence = evidence;
    }

    @Transactional
    Erased named(String family, String given, LocalDate birth, String order, String by) {
        return erase(
                nominated("birth = ?", birth).stream()
                        .filter(one -> one.isNamed(family, given))
                        .toList(),
                order,
                by);
    }

    /** @param family a reference is soon mistyped, and what is erased in error does not come back */
    @Transactional
    Erased referred(String project, String reference, String family, String order, String by) {
        return erase(
                nominated("project_code = ? and reference = ?", project, reference).stream()
                        .filter(one -> one.isOfFamily(family))
                        .toList(),
                order,
                by);
    }

    private List<Nominated> nominated(String which, Object... places) {
        return database.query(
                "select id, project_code, reference, family_name, given_name from nomination where " + which
                        + " order by id",
                (row, number) -> new Nominated(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                places);
    }

    private Erased erase(List<Nominated> all, String order, String by) {
        // a sentence or a name has no place in the record that tells of it
        if (!order.matches("[A-Za-z0-9/.-]{0,39}[0-9][A-Za-z0-9/.-]{0,39}")) {
            throw new Refusal("Please give the number of the order that asks for the erasure, such as 2022/17.");
        }
        List<Nominated> over =
                all.stream().filter(one -> erasure.isOver(one.project())).toList();
        if (all.isEmpty()) {
            throw new Refusal(
                    "Nobody is known by all of this in any case: please compare what was given with the order.");
        }
        if (over.isEmpty()) {
            throw new Refusal("The case is not over yet: what is known of its people is needed until it is.");
        }
        int records = 0;
        List<String> references = new ArrayList<>();
        for (Nominated one : over) {
            if (one.reference() != null) {
                records += erasure.ofPerson(one.project(), one.reference());
                references.add(one.project() + " " + one.reference());
            } else {
                records += erasure.erase(Kept.rows("nomination", "id", "id = ?"), one.id());
            }
        }
        String what = String.join(", ", references);
        int count = records;
        evidence.ifAvailable(told -> told.happened(
                "erased on request",
                Map.of("order", order, "user", by, "of", what, "records", Integer.toString(count))));
        return new Erased(records, projects(over), projects(all) - projects(over));
    }

    private static int projects(List<Nominated> of) {
        return new TreeSet<>(of.stream().map(Nominated::project).toList()).size();
    }
}
