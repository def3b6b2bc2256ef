package org.assent.webapp;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Brings our script, our style and our answers into Tasklist. */
// public: Tasklist finds it by META-INF/services
public final class TasklistExtension extends AbstractTasklistPlugin {

    static final String ID = "assent";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getAssetDirectory() {
        return "plugin-webapp/assent-tasklist";
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(TasklistAnswers.class, AgreementAnswers.class, ResultAnswers.class, DeputyAnswers.class);
    }
}
