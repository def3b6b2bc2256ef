package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our scripts in the web apps build pages of elements and texts: what was typed has no way to become markup or code. */
@Tag("once")
class PageScriptsTest {

    private static final Pattern MARKUP = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc"
                    + "|\\beval\\b|new Function|\\bFunction\\(|DOMParser|createContextualFragment|setHTML|ng-bind-html|trustAs"
                    + "|\\$compile|javascript:|setTimeout\\(['\"`]|\\.on(click|error|load)\\s*=\\s*['\"`]|setAttribute\\(['\"]on");

    /** Cockpit's own viewer of diagrams can only be had as an element of AngularJS; this one is a constant of ours. */
    private static final String VIEWER = "injector.get('$compile')(VIEWER)(scope)";

    @Test
    void no_script_of_ours_makes_markup_or_code_of_text() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/plugin-webapp"))) {
            scripts = files.filter(file -> file.toString().endsWith(".js")).toList();
        }

        assertThat(scripts).hasSizeGreaterThan(20).allSatisfy(script -> assertThat(Files.readAllLines(script))
                .noneMatch(line -> MARKUP.matcher(line.replace(VIEWER, "")).find()));
    }
}
