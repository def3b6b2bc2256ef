package org.assent.evaluation;

import java.util.List;
import java.util.Optional;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;

/** What agreements were worth. Public: the pages, the report card, the list and the rehearsal read it. */
public interface EvaluationRegister {

    /** Once the evaluation has begun. */
    Optional<EvaluationFacts> evaluation(String key);

    /** Once the evaluator has given figures; not fixed while a committee may still return them. */
    Optional<ScoreSheet> scoreSheet(String key);

    /** The latest edition, once something is published. */
    Optional<LeagueTable> league(FiscalYear year, OfficeLevel level);

    /** Every edition's list, the first one first. */
    List<LeagueTable> editions(FiscalYear year, OfficeLevel level);

    /** Which lists there are, the latest year first. */
    List<PublishedList> published();

    /** The office's published results over the years, imported ones included, the earliest first. */
    List<TrendPoint> trend(String organisation);
}
