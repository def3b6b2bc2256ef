package org.assent.webapp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.engine.Refusal;
import org.assent.evaluation.EvaluationRegister;
import org.assent.evaluation.LeagueTable;
import org.assent.evaluation.PublishedLists;
import org.assent.evaluation.ReportCard;
import org.assent.evaluation.ReportCards;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.assent.webapp.AgreementFiles.File;
import org.springframework.stereotype.Component;

/** Results as their viewer may see them: reports of the year, the score, the report card, the published lists. */
@Component
class ResultPage {

    private final ResultRights rights;
    private final ReportsSheet reports;
    private final ResultSheet sheet;
    private final EvaluationRegister evaluations;
    private final ReportCards cards;
    private final PublishedLists lists;

    ResultPage(
            ResultRights rights,
            ReportsSheet reports,
            ResultSheet sheet,
            EvaluationRegister evaluations,
            ReportCards cards,
            PublishedLists lists) {
        this.rights = rights;
        this.reports = reports;
        this.sheet = sheet;
        this.evaluations = evaluations;
        this.cards = cards;
        this.lists = lists;
    }

    Map<String, Object> reports(String key) {
        File file = rights.file(key);
        return reports.of(file, rights.isPartyTo(file));
    }

    Map<String, Object> scores(String key) {
        File file = rights.file(key);
        if (!rights.maySeeScore(file)) {
            return Map.of("none", "The result of this office has not been published yet.");
        }
        return cards.find(key)
                .map(card -> sheet.of(card, file))
                .orElse(Map.of("none", "There is no score yet: the evaluator has not given figures for the year."));
    }

    byte[] printCard(String key) {
        File file = rights.file(key);
        ReportCard card = rights.maySeeScore(file)
                ? cards.find(key).orElseThrow(() -> new Refusal("There is no score yet."))
                : refused();
        return cards.print(card);
    }

    private static ReportCard refused() {
        throw new Refusal("The result of this office has not been published yet.");
    }

    /** Which lists there are. */
    List<Map<String, Object>> published() {
        rights.demandLists();
        return evaluations.published().stream()
                .map(list -> Map.<String, Object>of(
                        "path", list.fiscalYear() + "/" + list.level().name(),
                        "fiscalYear", list.fiscalYear().toString(),
                        "level", list.level().label(),
                        "label", list.level().plural(),
                        "edition", list.edition(),
                        "publishedAt", list.publishedAt().toString()))
                .toList();
    }

    Map<String, Object> list(String year, String level) {
        LeagueTable league = league(year, level);
        Set<Integer> shared = league.sharedPlaces();
        Set<String> own = rights.ownOffices();
        return Map.of(
                "title",
                league.level().plural() + ", " + league.fiscalYear(),
                "edition",
                league.edition(),
                "publishedAt",
                league.publishedAt().toString(),
                "offices",
                league.offices(),
                "average",
                league.average().toPlainString(),
                "best",
                league.best().toPlainString(),
                "worst",
                league.worst().toPlainString(),
                "rows",
                league.rows().stream()
                        .map(row -> Map.of(
                                "place",
                                row.rank() + (shared.contains(row.rank()) ? " (jointly)" : ""),
                                "office",
                                row.name(),
                                "score",
                                row.score().toPlainString(),
                                "honoured",
                                row.rank() <= LeagueTable.HONOURED,
                                "own",
                                own.contains(row.organisation())))
                        .toList());
    }

    byte[] printList(String year, String level) {
        return lists.print(league(year, level));
    }

    String csv(String year, String level) {
        return lists.csv(league(year, level));
    }

    private LeagueTable league(String year, String level) {
        rights.demandLists();
        OfficeLevel known = Arrays.stream(OfficeLevel.values())
                .filter(one -> one.name().equals(level))
                .findFirst()
                .orElseThrow(ResultPage::noList);
        return evaluations.league(FiscalYear.of(year), known).orElseThrow(ResultPage::noList);
    }

    private static Refusal noList() {
        return new Refusal("No such list has been published.");
    }
}
