package org.assent.project;

import java.util.Map;
import java.util.function.Function;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which form of a project shows what. */
@Configuration(proxyBeanMethods = false)
class ProjectForms {

    @Bean
    TaskPrefill draftNotificationForm(ProjectViews views) {
        return new Shown("draftNotification", views::draft);
    }

    @Bean
    TaskPrefill checkNotificationForm(ProjectViews views) {
        return new Shown("checkNotification", views::notification);
    }

    @Bean
    TaskPrefill approveNotificationForm(ProjectViews views) {
        return new Shown("approveNotification", views::notification);
    }

    @Bean
    TaskPrefill proposeChangeForm(ProjectViews views) {
        return new Shown("proposeChange", views::change);
    }

    @Bean
    TaskPrefill decideChangeForm(ProjectViews views) {
        return new Shown("decideChange", views::proposal);
    }

    @Bean
    TaskPrefill openReplacementWindowForm(ProjectViews views) {
        return new Shown("openReplacementWindow", views::replacements);
    }

    @Bean
    TaskPrefill evaluateProjectForm(ProjectViews views) {
        return new Shown("evaluateProject", views::title);
    }

    private record Shown(String task, Function<String, Map<String, ?>> view) implements TaskPrefill {

        @Override
        public Map<String, ?> values(OpenTask open) {
            return view.apply(open.projectCode());
        }
    }
}
