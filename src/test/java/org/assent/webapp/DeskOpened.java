package org.assent.webapp;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Hands a test its desk, photographs what stood on the screens when the test failed, and logs everybody out. */
final class DeskOpened implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(DeskOpened.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Desk.class;
    }

    @Override
    public Desk resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(HERE).getOrComputeIfAbsent(Desk.class, type -> open(context), Desk.class);
    }

    private static Desk open(ExtensionContext context) {
        return new Desk(SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Desk desk = context.getStore(HERE).remove(Desk.class, Desk.class);
        if (desk != null) {
            if (context.getExecutionException().isPresent()) {
                desk.photograph(context.getRequiredTestClass().getSimpleName() + "."
                        + context.getRequiredTestMethod().getName());
            }
            desk.close();
        }
    }
}
