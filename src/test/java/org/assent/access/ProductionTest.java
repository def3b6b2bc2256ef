package org.assent.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assent.Assent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class ProductionTest {

    @Test
    void production_does_not_start_on_h2() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Assent.class)
                        .run(
                                "--spring.profiles.active=prod",
                                "--server.port=0",
                                "--spring.datasource.url=jdbc:h2:mem:prod" + UUID.randomUUID()))
                .hasStackTraceContaining("Production does not run on H2");
    }
}
