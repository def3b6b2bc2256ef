package org.assent.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs a model against the real delegates, tables and decision tables; the test moves the clock and the jobs. After the
 * class every step and every flow of the model must have been walked.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ExtendWith({FreshDesk.class, WholeModelWalked.class})
public @interface ProcessTest {
    /** Key of the process under test. */
    String value();
}
