package org.assent.clock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/** There where the clock may be moved: never in production. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("!prod")
@ConditionalOnProperty(name = "assent.rehearsal-clock.enabled", havingValue = "true", matchIfMissing = true)
@interface OnRehearsal {}
