package org.assent.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Where the engine would make a script or look for a language to run it in: there is none. */
final class NoScripts extends ScriptFactory implements ScriptEngineResolver {

    private static Refusal refusal() {
        return new Refusal("Assent runs no scripts: ask for a delegate that does this step, and name it in the model.");
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
        throw refusal();
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, Expression resource) {
        throw refusal();
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
        throw refusal();
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, Expression source) {
        throw refusal();
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // none is offered
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refusal();
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        throw refusal();
    }
}
