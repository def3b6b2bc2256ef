package org.assent.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs a model against the real delegates, tables and decision tables; the test moves the clock and the jobs. After the
 * class every step and every flow of the model must have been walked.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
// which way a case takes no database decides; the rehearsal walks all models on both
@Tag("once")
@SpringBootTest
@ExtendWith({FreshDesk.class, WholeModelWalked.class})
public @interface ProcessTest {
    /** Key of the process under test. */
    String value();
}
