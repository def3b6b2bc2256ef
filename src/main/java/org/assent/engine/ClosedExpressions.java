package org.assent.engine;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can do: name a delegate, read a variable. Its text is held to {@link ExpressionText}; and should
 * something slip through, no bean resolver is there, so no method and no class is reachable, and no function but the two
 * that the application's own filters need (engine.md 4, CVE-2026-109432).
 */
final class ClosedExpressions extends JuelExpressionManager {

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups");

    ClosedExpressions(Map<Object, Object> delegates) {
        super(delegates);
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    public Expression createExpression(String text) {
        return new Closed(createValueExpression(text), this, text);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        if (!ExpressionText.isOfMyTasks(text) || !CheckedFilters.isRunning()) {
            String fault = ExpressionText.read(text).fault();
            if (fault != null) {
                throw new Refusal("An expression " + fault
                        + ", which is refused: expressions only read variables, compare them and name delegates.");
            }
        }
        return super.createValueExpression(text);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /** An expression that knows for whom it is evaluated: the engine's queries give it no scope, models always do. */
    private static final class Closed extends JuelExpression {

        Closed(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            boolean ofMyTasks = ExpressionText.isOfMyTasks(getExpressionText());
            if (scope == null ? !ofMyTasks || !CheckedFilters.isRunning() : ofMyTasks) {
                throw new Refusal("Expressions are not accepted in queries.");
            }
            return super.getValue(scope, execution);
        }
    }
}
