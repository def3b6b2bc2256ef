package org.assent.clock;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Whoever asks for the time asks after the rehearsal clock, where there is one, has been set. */
    @Bean
    Clock clock(ObjectProvider<RehearsalClock> rehearsal) {
        rehearsal.ifAvailable(RehearsalClock::now);
        return new EngineTime();
    }
}
