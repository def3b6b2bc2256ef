package org.assent.webapp;

import jakarta.ws.rs.Path;
import org.camunda.bpm.admin.resource.AbstractAdminPluginRootResource;

/** Hands Admin our script; what the script asks is answered where Tasklist's is. */
// public: Admin's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID)
public class AdminAnswers extends AbstractAdminPluginRootResource {

    public AdminAnswers() {
        super(TasklistExtension.ID);
    }
}
