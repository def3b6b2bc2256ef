package org.assent.rehearsal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class EmptyFolderTest {

    @TempDir
    Path work;

    @Test
    void a_rehearsal_starts_where_nothing_is_yet() throws IOException {
        assertThatCode(() -> start("rehearsal", "data")).doesNotThrowAnyException();
        Files.createDirectory(work.resolve("data"));
        assertThatCode(() -> start("rehearsal", "data")).doesNotThrowAnyException();
    }

    @Test
    void a_rehearsal_is_refused_in_words_where_something_is_already() throws IOException {
        Files.createDirectory(work.resolve("data"));
        Files.writeString(work.resolve("data/assent.mv.db"), "a desk");
        assertThatThrownBy(() -> start("rehearsal", "data"))
                .isInstanceOf(FolderInUse.class)
                .hasMessageContaining("needs an empty folder");
    }

    @Test
    void an_ordinary_desk_goes_on_with_what_is_there() throws IOException {
        Files.createDirectory(work.resolve("data"));
        Files.writeString(work.resolve("data/assent.mv.db"), "a desk");
        assertThatCode(() -> start("default", "data")).doesNotThrowAnyException();
    }

    private void start(String profile, String folder) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        environment.setProperty(
                "spring.datasource.url", "jdbc:h2:file:" + work.resolve(folder) + "/assent;WRITE_DELAY=0");
        GenericApplicationContext desk = new GenericApplicationContext();
        desk.setEnvironment(environment);
        new EmptyFolder().initialize(desk);
    }
}
