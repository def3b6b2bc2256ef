package org.assent.rehearsal;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.evaluation.EvaluationRegister;
import org.assent.evaluation.ScoreSheet;
import org.assent.rehearsal.AgreementYear.Reached;
import org.assent.scoring.Figure;
import org.assent.scoring.Level;
import org.assent.scoring.Mode;
import org.assent.signing.SigningRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What came of the agreements: reckoned once more from the rehearsal's own figures, and compared with the records. */
@Component
@Profile("rehearsal")
class AgreementAccount {

    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final int DECIMALS = 10;

    private final AgreementYear year;
    private final EvaluationRegister evaluations;
    private final DocumentRegister documents;
    private final SigningRegister signatures;

    AgreementAccount(
            AgreementYear year,
            EvaluationRegister evaluations,
            DocumentRegister documents,
            SigningRegister signatures) {
        this.year = year;
        this.evaluations = evaluations;
        this.documents = documents;
        this.signatures = signatures;
    }

    /** For the summary, each by its place. */
    List<Map<String, Object>> lines() {
        Map<String, BigDecimal> composites = new LinkedHashMap<>();
        year.ministries().forEach(office -> composites.put(office, reckoned(office)));
        List<BigDecimal> places = new ArrayList<>(new TreeSet<>(composites.values()).descendingSet());
        return composites.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(office -> line(office.getKey(), places.indexOf(office.getValue()) + 1))
                .toList();
    }

    /** The signed agreement of one office, as it is printed. */
    void print(Path folder) throws IOException {
        String key = AgreementYear.key(AgreementYear.INDUSTRIES);
        byte[] document =
                signatures.pdf(key, documents.inForce(key).orElseThrow().number());
        Files.write(folder.resolve("agreement-" + key.replace('/', '-') + ".pdf"), document);
    }

    private Map<String, Object> line(String office, int rank) {
        ScoreSheet sheet = sheet(office);
        Stage.demand(
                sheet.rank() != null && sheet.rank() == rank,
                "%s is on place %s, and should be on %d.".formatted(office, sheet.rank(), rank));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("organisation", office);
        line.put("fiscalYear", sheet.fiscalYear().toString());
        line.put("score", sheet.composite());
        line.put("rank", rank);
        line.put(
                "indicators", sheet.lines().stream().map(AgreementAccount::line).toList());
        return line;
    }

    /** The weight is the indicator's share of 100, of plans too, so that all add up. */
    private static Map<String, Object> line(ScoreSheet.Line indicator) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", indicator.id());
        line.put("weight", plain(indicator.share()));
        line.put("actual", indicator.figure());
        line.put("raw", plain(indicator.raw()));
        line.put(
                "weighted",
                indicator.raw().multiply(indicator.share()).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
        return line;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private ScoreSheet sheet(String office) {
        return evaluations
                .scoreSheet(AgreementYear.key(office))
                .orElseThrow(() -> new NotPossible("There is no score of " + office + "."));
    }

    /** Demands that every figure and score on record is what the rehearsal itself comes to. */
    private BigDecimal reckoned(String office) {
        ScoreSheet sheet = sheet(office);
        Map<String, Reached> figures = year.counted(office);
        List<IndicatorFacts> indicators = year.indicators(office);
        Stage.demand(
                sheet.lines().size() == indicators.size() && figures.size() == indicators.size(),
                "The score of " + office + " does not go over all its indicators.");
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < indicators.size(); i++) {
            IndicatorFacts indicator = indicators.get(i);
            Reached reached = AgreementYear.of(figures, indicator.id());
            ScoreSheet.Line line = sheet.lines().get(i);
            Figure recorded = indicator.ladder().read(line.figure());
            BigFraction raw = reached.proven() ? raw(indicator, exact(reached.value())) : BigFraction.ZERO;
            Stage.demand(
                    line.id().equals(indicator.id())
                            && recorded.value().compareTo(reached.value()) == 0
                            && decimal(raw).compareTo(line.raw()) == 0,
                    "%s, indicator %s: %s scores %s on record, and should be %s with %s."
                            .formatted(
                                    office,
                                    indicator.id(),
                                    line.figure(),
                                    line.raw().toPlainString(),
                                    reached.text(),
                                    decimal(raw).toPlainString()));
            sum = sum.add(raw.multiply(exact(indicator.share())).divide(HUNDRED));
        }
        BigDecimal composite = sum.bigDecimalValue(2, RoundingMode.HALF_UP);
        Stage.demand(
                composite.compareTo(sheet.composite()) == 0,
                "%s has %s on record, and the indicators come to %s.".formatted(office, sheet.composite(), composite));
        return composite;
    }

    /** Full marks at the best level, in proportion between two, none below the last. */
    private static BigFraction raw(IndicatorFacts indicator, BigFraction reached) {
        List<Level> levels = indicator.ladder().levels();
        int sign = exact(levels.get(0).figure().value())
                                .compareTo(exact(
                                        levels.get(levels.size() - 1).figure().value()))
                        > 0
                ? 1
                : -1;
        for (int i = 0; i < levels.size(); i++) {
            BigFraction level = exact(levels.get(i).figure().value());
            BigFraction mark = BigFraction.of(levels.get(i).mark());
            if (reached.compareTo(level) * sign >= 0) {
                if (i == 0 || indicator.mode() == Mode.STEP) {
                    return mark;
                }
                BigFraction better = exact(levels.get(i - 1).figure().value());
                BigFraction way = reached.subtract(level).divide(better.subtract(level));
                return mark.add(
                        way.multiply(BigFraction.of(levels.get(i - 1).mark()).subtract(mark)));
            }
        }
        return BigFraction.ZERO;
    }

    private static BigFraction exact(BigDecimal value) {
        return value.scale() <= 0
                ? BigFraction.of(value.toBigIntegerExact())
                : BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    private static BigDecimal decimal(BigFraction value) {
        return value.bigDecimalValue(DECIMALS, RoundingMode.HALF_UP);
    }
}
