package org.assent.engine;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stamps a case that belongs to one economy (variable {@code economy}) with its ISO2 code as tenant, and one that
 * belongs to an office (variable {@code organisation}) with its ministry's code. A called case stays with its caller;
 * cases of neither belong to the Secretariat.
 */
final class TenantOfCase implements TenantIdProvider {

    static final String ECONOMY = "economy";
    static final String ORGANISATION = "organisation";

    private final ObjectProvider<OfficeTenants> offices;

    TenantOfCase(ObjectProvider<OfficeTenants> offices) {
        this.offices = offices;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getVariables() != null && start.getVariables().get(ECONOMY) instanceof String economy) {
            return economy.toUpperCase(Locale.ROOT);
        }
        DelegateExecution caller = start.getSuperExecution();
        if (caller != null && caller.getTenantId() != null) {
            return caller.getTenantId();
        }
        return start.getVariables() != null && start.getVariables().get(ORGANISATION) instanceof String organisation
                ? ministryOf(organisation.strip())
                : null;
    }

    private @Nullable String ministryOf(String organisation) {
        return offices.stream()
                .flatMap(known -> known.tenantOf(organisation).stream())
                .findFirst()
                .orElse(null);
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
