package org.assent.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Looked at when the bill has been made: pom.xml runs it in the phase verify. */
class BillOfMaterials {

    @Test
    void the_bill_in_the_jar_names_what_ships_and_none_of_it_has_a_known_hole_without_an_answer() {
        // Maven makes no bill offline
        assumeFalse(System.getProperty("assent.offline", "").endsWith("true"));
        List<Library> billed = Libraries.billed().orElseThrow();
        List<Library> onPath = Libraries.onPath(System.getProperty("java.class.path"));

        assertThat(onPath).containsAll(billed);
        assertThat(billed)
                .hasSizeGreaterThan(150)
                .extracting(Library::name)
                .contains("camunda-engine", "tomcat-embed-core", "postgresql", "spring-security-web")
                .doesNotContain("archunit", "greenmail", "playwright");
        assertThat(AdvisoryFence.look(billed, AdvisoryList.shipped()).whole()).isTrue();
    }
}
