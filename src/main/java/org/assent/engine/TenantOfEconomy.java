package org.assent.engine;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/**
 * Stamps a case that belongs to one economy with the economy's ISO2 code as its tenant: the call activity hands it over
 * as the variable {@code economy}. Cases without it belong to the Secretariat.
 */
final class TenantOfEconomy implements TenantIdProvider {

    static final String ECONOMY = "economy";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getVariables() != null && start.getVariables().get(ECONOMY) instanceof String economy) {
            return economy.toUpperCase(Locale.ROOT);
        }
        DelegateExecution caller = start.getSuperExecution();
        return caller == null ? null : caller.getTenantId();
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext decision) {
        return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
    }
}
