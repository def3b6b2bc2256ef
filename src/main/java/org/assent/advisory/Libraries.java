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

    private static final Path ANCHOR = Path.of("org", "springframework", "boot", "spring-boot");

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

    /** A jar lies in Maven's repository, wherever that is, as group/name/version/name-version.jar. */
    static List<Library> onPath(String classPath) {
        List<Path> jars = Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
        return repository(jars)
                .map(root -> jars.stream()
                        .filter(jar -> jar.startsWith(root))
                        .map(jar -> library(root.relativize(jar)))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** Found by a library that is always there. */
    private static Optional<Path> repository(List<Path> jars) {
        return jars.stream()
                .filter(jar -> jar.resolve("../..").normalize().endsWith(ANCHOR))
                // name and version of the jar, and the anchor
                .map(jar -> jar.resolve("../".repeat(2 + ANCHOR.getNameCount())).normalize())
                .findFirst();
    }

    private static Library library(Path jar) {
        int names = jar.getNameCount();
        return new Library(
                jar.subpath(0, names - 3).toString().replace(File.separatorChar, '.'),
                jar.getName(names - 3).toString(),
                jar.getName(names - 2).toString());
    }
}
