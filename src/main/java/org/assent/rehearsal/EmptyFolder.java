package org.assent.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Lets a rehearsal start on an empty folder only, before the database is opened. Named in META-INF/spring.factories. */
final class EmptyFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String H2_FILE = "jdbc:h2:file:";

    @Override
    public void initialize(ConfigurableApplicationContext desk) {
        String url = desk.getEnvironment().getProperty("spring.datasource.url", "");
        if (desk.getEnvironment().acceptsProfiles(Profiles.of("rehearsal")) && url.startsWith(H2_FILE)) {
            Path database = Path.of(url.substring(H2_FILE.length()).split(";", 2)[0]);
            refuseUnlessEmpty(database.toAbsolutePath().resolve("..").normalize());
        }
    }

    private static void refuseUnlessEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new FolderInUse(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
