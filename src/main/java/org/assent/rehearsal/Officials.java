package org.assent.rehearsal;

import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demonstration users, each at Tasklist. Not in production, where there are none. */
@Component
@Profile("!prod")
class Officials {

    private final ProcessEngine engine;

    Officials(ProcessEngine engine) {
        this.engine = engine;
    }

    Official user(String id) {
        return new Official(engine, id);
    }

    Official liaison(String economy) {
        return user("npo-" + economy.toLowerCase(Locale.ROOT));
    }

    Official head(String economy) {
        return user("npo-" + economy.toLowerCase(Locale.ROOT) + "-head");
    }
}
