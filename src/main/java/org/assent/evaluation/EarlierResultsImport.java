package org.assent.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.FiscalYear;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the results of years before this desk, all lines of a list or none. */
@Service
@Transactional
class EarlierResultsImport {

    private static final String HEADER = "organisation,fiscal_year,score";
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final EarlierResults results;
    private final OrganisationRegister organisations;
    private final Clock clock;

    EarlierResultsImport(EarlierResults results, OrganisationRegister organisations, Clock clock) {
        this.results = results;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** How many lines were new; a line that is known already is left as it is. */
    int take(String csv, String by) {
        List<String> lines = csv.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.get(0).replace(" ", "").equalsIgnoreCase(HEADER)) {
            throw new Refusal("The first line must be: " + HEADER + ".");
        }
        int taken = 0;
        for (int number = 2; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank() && take(number, line, by)) {
                taken++;
            }
        }
        return taken;
    }

    private boolean take(int number, String line, String by) {
        String[] cells = line.replace("\"", "").split(",", -1);
        if (cells.length != 3) {
            throw refused(number, "there must be three values.");
        }
        String organisation = cells[0].strip();
        if (organisations.find(organisation).isEmpty()) {
            throw refused(number, "there is no office with the code " + organisation + ".");
        }
        FiscalYear year = year(number, cells[1].strip());
        BigDecimal score = score(number, cells[2].strip());
        Optional<EarlierResult> known = results.findByOrganisationAndFiscalYear(organisation, year.toString());
        if (known.isPresent() && known.get().score().compareTo(score) != 0) {
            throw refused(
                    number,
                    "the result of " + organisation + " for " + year + " is already known as "
                            + known.get().score().toPlainString() + ".");
        }
        if (known.isEmpty()) {
            results.save(new EarlierResult(organisation, year, score, by, clock.instant()));
        }
        return known.isEmpty();
    }

    private static FiscalYear year(int number, String text) {
        try {
            return FiscalYear.of(text);
        } catch (Refusal refusal) {
            throw refused(number, String.valueOf(refusal.getMessage()));
        }
    }

    private static BigDecimal score(int number, String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?") || new BigDecimal(text).compareTo(FULL) > 0) {
            throw refused(number, "a score is a number from 0 to 100 with two decimals.");
        }
        return new BigDecimal(text);
    }

    private static Refusal refused(int number, String why) {
        return new Refusal("Line " + number + ": " + why);
    }
}
