package org.assent.project;

import java.util.List;
import java.util.Optional;

/** What is known of projects and member economies. Public: every later capability reads it. */
public interface ProjectRegister {

    /** A project whose notification has been issued; refused for any other code. */
    ProjectFacts project(String code);

    /** A project whose notification has been issued, if there is one. */
    Optional<ProjectFacts> find(String code);

    /** Every project whose notification has been issued, by code. */
    List<ProjectFacts> all();

    /** Every project from its plan on, by code. */
    List<ProjectLine> lines();

    /** The indicative topics of the latest notification, by day; a notification may name none. */
    List<Topic> topics(String code);

    EconomyFacts economy(String iso2);

    /** All member economies by name, the inactive ones too. */
    List<EconomyFacts> economies();

    /** The change history of the notification, oldest first. */
    List<ChangeFacts> changes(String code);

    /** The last time that nominations of this economy were opened again, by a revision or for replacements. */
    Optional<ReopeningFacts> reopening(String code, String economy);
}
