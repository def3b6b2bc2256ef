package org.assent.access;

import jakarta.servlet.Filter;
import org.assent.engine.OperatorVariables;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands between a login and the engine's API, the web apps' included, beside the fence against expressions. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    /** Around the fence against expressions, so that its answers are the same for every id too. */
    @Bean
    FilterRegistrationBean<ForeignIds> foreignIds(ObjectProvider<ProcessEngine> engine, Callers callers) {
        return afterLogin(new ForeignIds(engine, callers), Ordered.LOWEST_PRECEDENCE - 12);
    }

    /** Behind the fence against expressions, which makes the body readable once more. */
    @Bean
    FilterRegistrationBean<VariableFence> variableFence(Callers callers, OperatorVariables rules) {
        return afterLogin(new VariableFence(callers, rules), Ordered.LOWEST_PRECEDENCE - 8);
    }

    /** Within the answers for foreign ids. */
    @Bean
    FilterRegistrationBean<WholeDesk> wholeDesk(Callers callers) {
        return afterLogin(new WholeDesk(callers), Ordered.LOWEST_PRECEDENCE - 11);
    }

    /** Before anything asks who calls: the answer is the same for all. */
    @Bean
    FilterRegistrationBean<OtherNotation> otherNotation() {
        return afterLogin(new OtherNotation(), Ordered.LOWEST_PRECEDENCE - 13);
    }

    /** Knows who has logged in, before the web apps have been told. */
    @Bean
    FilterRegistrationBean<BehindApps> behindApps(Callers callers, ObjectProvider<AuthorizationService> rights) {
        return afterLogin(new BehindApps(callers, rights), Ordered.LOWEST_PRECEDENCE - 11);
    }

    /** Before everything else, the login too. */
    @Bean
    FilterRegistrationBean<OneSpelling> oneSpelling() {
        var door = new FilterRegistrationBean<>(new OneSpelling());
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    private static <F extends Filter> FilterRegistrationBean<F> afterLogin(F filter, int place) {
        var door = new FilterRegistrationBean<>(filter);
        door.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        door.setOrder(place);
        return door;
    }
}
