package org.assent.webapp;

import java.util.Set;
import org.camunda.bpm.admin.plugin.spi.impl.AbstractAdminPlugin;

/** Brings the appointments of deputies into Admin. */
// public: Admin finds it by META-INF/services
public final class AdminExtension extends AbstractAdminPlugin {

    @Override
    public String getId() {
        return TasklistExtension.ID;
    }

    @Override
    public String getAssetDirectory() {
        return "plugin-webapp/assent-admin";
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(AdminAnswers.class);
    }
}
