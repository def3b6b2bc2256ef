package org.assent.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The libraries of this desk: by its bill of materials, or, run from its sources, by the jars on the class path. */
final class Libraries {

    /** Where Spring Boot looks for it too. */
    static final String BILL = "META-INF/sbom/application.cdx.json";

    private Libraries() {}

    static List<Library> shipped() {
        return billed().orElseGet(() -> onPath(System.getProperty("java.class.path", "")));
    }

    /** Nothing if this build made no bill. */
    static Optional<List<Library>> billed() {
        try (InputStream bill = Libraries.class.getClassLoader().getResourceAsStream(BILL)) {
            return bill == null ? Optional.empty() : Optional.of(read(bill));
        } catch (IOException e) {
            throw new UncheckedIOException("The bill of materials cannot be read", e);
        }
    }

    static List<Library> read(InputStream cycloneDx) throws IOException {
        List<Library> libraries = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(cycloneDx).path("components")) {
            libraries.add(new Library(
                    component.path("group").asText(),
                    component.path("name").asText(),
                    component.path("version").asText()));
        }
        return List.copyOf(libraries);
    }

    /** A jar lies in Maven's repository as group/name/version/name-version.jar. */
    static List<Library> onPath(String classPath) {
        return Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .flatMap(jar -> inRepository(jar).stream())
                .distinct()
                .toList();
    }

    private static Optional<Library> inRepository(Path jar) {
        int names = jar.getNameCount();
        for (int i = 0; i < names - 4; i++) {
            if (jar.getName(i).toString().equals("repository")) {
                String group = jar.subpath(i + 1, names - 3).toString().replace(File.separatorChar, '.');
                return Optional.of(new Library(
                        group,
                        jar.getName(names - 3).toString(),
                        jar.getName(names - 2).toString()));
            }
        }
        return Optional.empty();
    }
}
