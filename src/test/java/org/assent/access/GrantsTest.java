package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.assent.engine.Drawings;
import org.junit.jupiter.api.Test;

/** access.yaml names what exists, and nothing that an import of offices could take over. */
class GrantsTest {

    private final Grants grants = AccessSetup.read();

    @Test
    void a_process_that_somebody_may_work_in_is_drawn() {
        Set<String> named = new TreeSet<>();
        grants.groups().values().forEach(may -> {
            named.addAll(may.start());
            named.addAll(may.work());
            named.addAll(may.see());
        });
        Set<String> drawn = new TreeSet<>();
        Drawings.models().forEach(model -> drawn.add(Drawings.nameOf(model)));

        assertThat(named)
                .as("a process that nobody may see is missing in access.yaml")
                .containsAll(drawn);
        assertThat(drawn).as("access.yaml names a process that is not drawn").containsAll(named);
    }

    @Test
    void no_role_bears_the_name_that_an_office_s_group_could_have() {
        assertThat(grants.groups().keySet())
                .as("give the group another name, or keep the code of such an office from being imported")
                .filteredOn(group -> group.matches("[a-z][a-z0-9-]{1,39}-(apa-team|heads)"))
                .containsExactlyInAnyOrder("npo-heads", "office-heads");
    }
}
