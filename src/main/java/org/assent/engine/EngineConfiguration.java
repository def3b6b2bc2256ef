package org.assent.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The engine as this house runs it: closed expressions, forms that leave nothing behind, tenants, no row per task. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin houseRules(
            BeanFactory beans,
            ObjectProvider<TaskPrefill> prefills,
            ObjectProvider<OfficeTenants> offices,
            ObjectProvider<Deputies> deputies,
            ObjectProvider<RowWatch> watch) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                // here the id generator is known, which a session needs
                engine.getSessionFactories()
                        .put(DbEntityManager.class, WatchedEntities.factory(engine.getIdGenerator(), watch));
                if (engine instanceof SpringTransactionsProcessEngineConfiguration spring) {
                    spring.setDeploymentResources(NamedByFile.all(spring.getDeploymentResources()));
                }
            }

            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setExpressionManager(new ClosedExpressions(new DelegateBeans(beans)));
                engine.setBeans(new DelegateBeans(beans));
                engine.setCustomPreDeployers(List.of(new ModelGate(beans)));
                engine.setFilterService(new CheckedFilters());
                engine.setScriptFactory(new NoScripts());
                engine.setScriptEngineResolver(new NoScripts());
                engine.setCustomHistoryLevels(List.of(new HistoryWithoutForms()));
                engine.setHistory(HistoryWithoutForms.NAME);
                engine.setTenantIdProvider(new TenantOfCase(offices));
                engine.setResourceAuthorizationProvider(new NoRowPerTask());
                engine.setCustomPreBPMNParseListeners(
                        also(engine.getCustomPreBPMNParseListeners(), new SeparatedDuties(), new LastMoment()));
                engine.setCustomPreCommandInterceptorsTxRequired(
                        also(engine.getCustomPreCommandInterceptorsTxRequired(), new RefusalsInFull()));
                Substitutes substitutes = new Substitutes(deputies);
                TaskDuty duty = new TaskDuty(substitutes);
                FormDesk forms = new FormDesk(prefills, duty, substitutes);
                engine.setFormService(forms);
                engine.setTaskService(new CheckedTasks(forms, duty, substitutes));
                engine.setManagementService(new CheckedManagement(engine));
                engine.setDefaultSerializationFormat("application/json");
                engine.setEnableScriptEngineLoadExternalResources(false);
                engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
                // providers call people by their address, or by first and last name with a dot
                engine.setUserResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._@+-]{0,63}");
            }

            /** Last of all, because other plugins look for what is taken away here. */
            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                PlainVariables.only(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getVariableSerializers());
            }
        };
    }

    @SafeVarargs
    private static <T> List<T> also(@Nullable List<T> others, T... ours) {
        List<T> all = new ArrayList<>(others == null ? List.of() : others);
        all.addAll(List.of(ours));
        return all;
    }
}
