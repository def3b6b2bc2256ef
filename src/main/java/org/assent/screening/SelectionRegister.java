package org.assent.screening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who was selected for a project, and why. Public: announcement and the pages read it. */
public interface SelectionRegister {

    /** The latest round; nothing before screening has begun. */
    Optional<SelectionFacts> selection(String projectCode);

    /** Every assessment of the latest round, by reference. */
    List<AssessmentFacts> assessments(String projectCode);

    /**
     * Who is to fill a place that fell vacant: of the same economy first, then by merit; only from an approved selection
     * and only candidates whose nomination still stands. The one promotion rule there is.
     *
     * @param economy of whoever held the place
     * @param excluded references that have had an offer already
     */
    Optional<Selected> nextAlternate(String projectCode, Place vacant, String economy, Collection<String> excluded);
}
