package org.assent.webapp;

import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Hands Cockpit our scripts; what they ask is answered by {@link HistoryAnswers}, or where Tasklist's is. */
// public: Cockpit's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID)
public class CockpitAnswers extends AbstractCockpitPluginRootResource {

    public CockpitAnswers() {
        super(TasklistExtension.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        return Stream.of(
                        "plugin.js",
                        "plugin.css",
                        "view.js",
                        "diagram.js",
                        "history.js",
                        "historycase.js",
                        "evidence.js",
                        "figures.js")
                .map(file -> "app/" + file)
                .toList();
    }
}
