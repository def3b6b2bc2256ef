package org.assent.webapp;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Brings the history, the ledger, and the clock on the dashboard, into Cockpit. */
// public: Cockpit finds it by META-INF/services
public final class CockpitExtension extends AbstractCockpitPlugin {

    @Override
    public String getId() {
        return TasklistExtension.ID;
    }

    @Override
    public String getAssetDirectory() {
        return "plugin-webapp/assent-cockpit";
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(CockpitAnswers.class, HistoryAnswers.class, LedgerAnswers.class);
    }
}
