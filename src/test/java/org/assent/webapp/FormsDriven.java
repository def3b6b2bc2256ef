package org.assent.webapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which forms some test opened, and which it also completed, in the browser; kept for the length of the test run. */
// public: the test that names the forms nobody drove
public final class FormsDriven {

    private static final Set<String> OPENED = Collections.synchronizedSet(new TreeSet<>());
    private static final Set<String> COMPLETED = Collections.synchronizedSet(new TreeSet<>());

    private FormsDriven() {}

    static void opened(String form) {
        OPENED.add(form);
    }

    static void completed(String form) {
        COMPLETED.add(form);
    }

    public static SortedSet<String> openedForms() {
        return new TreeSet<>(OPENED);
    }

    public static SortedSet<String> completedForms() {
        return new TreeSet<>(COMPLETED);
    }

    /** The forms under forms/ that no test completed. */
    public static SortedSet<String> neverCompleted() {
        SortedSet<String> missing = new TreeSet<>(allForms());
        missing.removeAll(COMPLETED);
        return missing;
    }

    private static Set<String> allForms() {
        Path forms = Path.of(System.getProperty("assent.root", "."), "forms");
        try (Stream<Path> files = Files.walk(forms)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.substring(0, name.length() - ".form".length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
