package org.assent.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;

/** Models of a test's own, deployed beside ours for its time. */
public final class Models {

    private Models() {}

    /** Ends what still runs by them. The history of what they did stays: nothing removes that before its time. */
    public static void takeBack(ProcessEngine engine, String deployment) {
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list()
                .forEach(definition -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .list()
                        .forEach(one -> end(engine, one.getRootProcessInstanceId())));
        engine.getRepositoryService().deleteDeployment(deployment, false);
    }

    private static void end(ProcessEngine engine, String root) {
        engine.getRuntimeService().deleteProcessInstancesIfExists(List.of(root), "the test is over", true, true, false);
    }
}
