package org.assent.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Each test begins with no running case, empty tables of ours (reference data stays) and the system's time. */
public final class FreshDesk implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        var application = SpringExtension.getApplicationContext(context);
        ProcessEngine engine = application.getBean(ProcessEngine.class);
        AbstractAssertions.init(engine);
        engine.getIdentityService().clearAuthentication();
        for (ProcessInstance root : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()) {
            engine.getRuntimeService().deleteProcessInstance(root.getId(), "next test", true, true, true, false);
        }
        clearTables(application.getBean(JdbcTemplate.class));
    }

    /** Deletes in rounds, because rows that others point at go last. */
    private static void clearTables(JdbcTemplate jdbc) {
        var tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema in ('public', 'PUBLIC') and table_type = 'BASE TABLE'",
                String.class);
        tables.removeIf(name -> name.toLowerCase(java.util.Locale.ROOT)
                .matches("act_.*|flyway_schema_history|economy|organisation|performance_scheme|rehearsal_clock"));
        for (int round = 0; round < 12 && !tables.isEmpty(); round++) {
            tables.removeIf(table -> {
                try {
                    jdbc.update("delete from " + '"' + table + '"');
                    return true;
                } catch (org.springframework.dao.DataIntegrityViolationException pointedAt) {
                    return false;
                }
            });
        }
        if (!tables.isEmpty()) {
            throw new IllegalStateException("Could not empty " + tables);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
        BpmnAwareTests.reset();
        SpringExtension.getApplicationContext(context)
                .getBean(ProcessEngine.class)
                .getIdentityService()
                .clearAuthentication();
    }
}
