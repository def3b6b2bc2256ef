package org.assent.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.evaluation.ReportCard.Part;
import org.assent.evaluation.ReportCard.Standing;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scoring.Composite;
import org.assent.scoring.Score;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes report cards. Public: the page asks for one, and for its print. */
@Component
@Transactional(readOnly = true)
public class ReportCards {

    private final EvaluationRegister register;
    private final LeagueEditions editions;
    private final LeaguePlaces places;
    private final OrganisationRegister organisations;

    ReportCards(
            EvaluationRegister register,
            LeagueEditions editions,
            LeaguePlaces places,
            OrganisationRegister organisations) {
        this.register = register;
        this.editions = editions;
        this.places = places;
        this.organisations = organisations;
    }

    /** Once the evaluator has given figures. */
    public Optional<ReportCard> find(String key) {
        return register.scoreSheet(key).map(this::card);
    }

    public byte[] print(ReportCard card) {
        return new ReportCardPaper(card).print();
    }

    private ReportCard card(ScoreSheet sheet) {
        List<Part> parts = parts(sheet);
        return new ReportCard(
                sheet,
                organisations
                        .find(sheet.organisation())
                        .map(OrganisationFacts::name)
                        .orElse(sheet.organisation()),
                parts,
                composed(sheet, parts),
                standing(sheet).orElse(null),
                register.trend(sheet.organisation()));
    }

    static List<Part> parts(ScoreSheet sheet) {
        Map<String, List<ScoreSheet.Line>> byPart = new LinkedHashMap<>();
        sheet.lines().forEach(line -> byPart.computeIfAbsent(number(line), number -> new ArrayList<>())
                .add(line));
        Map<String, ScoreSheet.Plan> plans =
                sheet.plans().stream().collect(Collectors.toMap(ScoreSheet.Plan::code, plan -> plan));
        List<Part> parts = new ArrayList<>();
        byPart.forEach((number, lines) -> {
            ScoreSheet.Plan plan = plans.get(number);
            parts.add(plan == null ? objective(number, lines) : plan(plan, lines));
        });
        return parts;
    }

    /** 1 of 1.2.1, M1 of M1.1.1; of a plan its code. */
    private static String number(ScoreSheet.Line line) {
        String plan = line.plan();
        return plan == null ? line.id().split("\\.", 2)[0] : plan;
    }

    private static Part plan(ScoreSheet.Plan plan, List<ScoreSheet.Line> lines) {
        return new Part(
                plan.code(), plan.title(), true, shown(plan.scaled()), plan.weight(), plan.explanation(), lines);
    }

    /** Added up exactly and rounded once, so that a part never differs from its lines by more than their rounding. */
    private static Part objective(String number, List<ScoreSheet.Line> lines) {
        Composite sum = Composite.of(lines.stream()
                .map(line -> new Composite.Part(new Score(exact(line.rawExact()), ""), line.weight()))
                .toList());
        BigDecimal added = lines.stream().map(ScoreSheet.Line::weightedShown).reduce(BigDecimal.ZERO, BigDecimal::add);
        String words =
                lines.stream().map(line -> line.weightedShown().toPlainString()).collect(Collectors.joining(" + "))
                        + " = " + sum.shown().toPlainString()
                        + (added.compareTo(sum.shown()) == 0 ? "." : " (rounded once, from the exact figures).");
        return new Part(number, lines.get(0).objective(), false, sum.shown(), sum.weights(), words, lines);
    }

    private static String composed(ScoreSheet sheet, List<Part> parts) {
        String sum = parts.stream()
                        .map(part -> (part.isPlan() ? "" : "Objective ") + part.number() + ": "
                                + part.got().toPlainString())
                        .collect(Collectors.joining(" + "))
                + " = " + sheet.composite().toPlainString();
        BigDecimal added = parts.stream().map(Part::got).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum + (added.compareTo(sheet.composite()) == 0 ? "." : " (rounded once, from the exact figures).");
    }

    private static BigFraction exact(String text) {
        String[] fraction = text.split("/", 2);
        BigFraction above = decimal(fraction[0]);
        return fraction.length == 1 ? above : above.divide(decimal(fraction[1]));
    }

    private static BigFraction decimal(String text) {
        BigDecimal decimal = new BigDecimal(text.strip());
        return BigFraction.of(
                decimal.unscaledValue(), BigDecimal.TEN.pow(decimal.scale()).toBigIntegerExact());
    }

    private Optional<Standing> standing(ScoreSheet sheet) {
        return editions.findFirstByFiscalYearAndOfficeLevelOrderByEditionDesc(
                        sheet.fiscalYear().toString(), sheet.level())
                .flatMap(
                        edition -> places.of(edition.id(), sheet.agreementKey()).map(place -> {
                            LeagueTable table = edition.table(List.of());
                            return new Standing(
                                    place.place(),
                                    places.sharing(edition.id(), place.place()) > 1,
                                    table.offices(),
                                    table.average(),
                                    table.best(),
                                    table.worst(),
                                    table.edition(),
                                    table.publishedAt());
                        }));
    }

    private static BigDecimal shown(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
