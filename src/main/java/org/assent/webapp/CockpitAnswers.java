package org.assent.webapp;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Hands Cockpit our script; what the script asks is answered where Tasklist's is. */
// public: Cockpit's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID)
public class CockpitAnswers extends AbstractCockpitPluginRootResource {

    public CockpitAnswers() {
        super(TasklistExtension.ID);
    }
}
