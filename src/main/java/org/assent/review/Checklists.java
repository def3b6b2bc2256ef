package org.assent.review;

import java.util.List;
import org.assent.drafting.VersionFacts;
import org.assent.scheme.LevelScheme.ChecklistItem;
import org.assent.scheme.SchemeRegister;
import org.springframework.stereotype.Component;

/** What a reviewer is asked about the quality of a document: the questions of the scheme it was drafted under. */
@Component
class Checklists {

    private final SchemeRegister schemes;

    Checklists(SchemeRegister schemes) {
        this.schemes = schemes;
    }

    List<ChecklistItem> of(VersionFacts version) {
        return schemes.scheme(version.schemeCode(), version.schemeVersion())
                .level(version.level())
                .checklist();
    }
}
