package org.assent.deputation;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks every half minute which appointments begin and end. Rights do not wait for it: each request looks at the dates
 * itself; this opens and closes the deputies' lists and gives back what they held.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeputationRounds {

    private final DeputationService deputations;

    DeputationRounds(DeputationService deputations) {
        this.deputations = deputations;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT20S")
    void settle() {
        deputations.settle();
    }
}
