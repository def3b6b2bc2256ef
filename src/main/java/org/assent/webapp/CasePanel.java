package org.assent.webapp;

import java.util.Optional;

/** One part of the case page. Each asks one register and shows a viewer no more than is theirs. */
interface CasePanel {

    /** Nothing where there is nothing to show, or nothing for this viewer. */
    Optional<Panel> of(CaseFile file);
}
