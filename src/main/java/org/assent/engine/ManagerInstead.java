package org.assent.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Lets the engine use a manager of ours where it asks for one of its own. */
record ManagerInstead(Class<? extends Session> type, Supplier<? extends Session> maker) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return maker.get();
    }
}
