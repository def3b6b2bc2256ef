package org.assent.webapp;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** What our script in Tasklist asks the server: under {@code /camunda/api/tasklist/plugin/assent}. */
// public: Tasklist's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID)
public class TasklistAnswers extends AbstractTasklistPluginRootResource {

    public TasklistAnswers() {
        super(TasklistExtension.ID);
    }
}
