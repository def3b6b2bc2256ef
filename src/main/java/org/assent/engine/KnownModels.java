package org.assent.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells the job executor which deployments this node has the code for: it then leaves the jobs of others to the nodes
 * that have it. The engine itself would know only what this start deployed, and forget the models of running cases.
 */
@Component
class KnownModels implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(KnownModels.class);
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+Delegate)}");

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final DelegateBeans delegates;

    KnownModels(ProcessEngine engine, JdbcTemplate database, BeanFactory beans) {
        this.engine = engine;
        this.database = database;
        this.delegates = new DelegateBeans(beans);
    }

    @Override
    public void afterSingletonsInstantiated() {
        withCases().stream()
                .filter(deployment -> missing(deployment).isEmpty())
                .forEach(engine.getManagementService()::registerDeploymentForJobExecutor);
        unregistered()
                .forEach(deployment -> LOG.warn(
                        "This node leaves the jobs of deployment {} to others: it has no code for {}",
                        deployment,
                        missing(deployment)));
    }

    /** Deployments with running cases whose jobs nobody here would run. */
    List<String> unregistered() {
        Set<String> registered = engine.getManagementService().getRegisteredDeployments();
        return withCases().stream()
                .filter(deployment -> !registered.contains(deployment))
                .toList();
    }

    private List<String> withCases() {
        return database.queryForList(
                """
                select distinct d.DEPLOYMENT_ID_ from ACT_RE_PROCDEF d
                where exists (select 1 from ACT_RU_EXECUTION e where e.PROC_DEF_ID_ = d.ID_)""",
                String.class);
    }

    private Set<String> missing(String deployment) {
        Set<String> missing = new HashSet<>();
        for (ProcessDefinition definition : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list()) {
            var model = engine.getRepositoryService().getBpmnModelInstance(definition.getId());
            for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
                String named = element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
                Matcher delegate = DELEGATE.matcher(named == null ? "" : named);
                if (delegate.matches() && !delegates.containsKey(delegate.group(1))) {
                    missing.add(delegate.group(1));
                }
            }
        }
        return missing;
    }
}
