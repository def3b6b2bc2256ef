package org.assent.access;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands between a login and the engine. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    FilterRegistrationBean<ExpressionFence> expressionFence() {
        var fence = new FilterRegistrationBean<>(new ExpressionFence());
        fence.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        // after login, before the engine
        fence.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return fence;
    }
}
