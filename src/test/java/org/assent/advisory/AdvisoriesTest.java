package org.assent.advisory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class AdvisoriesTest {

    private static final Library OLD = new Library("org.example", "old", "1.2.3");

    @TempDir
    Path folder;

    @Test
    void no_library_on_the_class_path_has_a_known_hole_without_an_answer() {
        List<Library> libraries = Libraries.onPath(System.getProperty("java.class.path"));

        assertThat(libraries).hasSizeGreaterThan(150);
        assertThat(AdvisoryList.shipped().unanswered(libraries))
                .extracting(AdvisoryList.Hit::line)
                .isEmpty();
    }

    @Test
    void an_answer_is_asked_for_only_where_a_shipping_version_is_named() {
        List<Library> libraries = Libraries.onPath(System.getProperty("java.class.path"));
        AdvisoryList list = AdvisoryList.shipped();

        assertThat(list.hits(libraries).stream().map(hit -> hit.advisory().id()).distinct())
                .containsExactlyInAnyOrderElementsOf(list.advisories().stream()
                        .filter(advisory -> advisory.answer() != null)
                        .map(Advisory::id)
                        .toList());
    }

    @Test
    void what_the_answers_say_of_this_desk_is_so() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.expression..",
                        "org.springframework.web.servlet.function..",
                        "org.springframework.web.reactive..",
                        "freemarker..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("org\\.springframework\\.(validation\\..*Binder|web\\.bind\\..*Binder|"
                        + "web\\.bind\\.annotation\\.(ModelAttribute|InitBinder)|"
                        + "web\\.servlet\\.mvc\\.method\\.annotation\\.SseEmitter)")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("org.assent"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10.1.55; >=10.1.0, <10.1.56; true",
                "10.1.56; >=10.1.0, <10.1.56; false",
                "10.1.9;  >=10.1.10; false",
                "2.21;    <2.21.0; false",
                "2.21;    =2.21.0; true",
                "6.6.53.Final; <6.6.53; false",
                "6.6.53.Final; <=6.6.53; true",
                "3.0.0-M1; <3.0.0; true",
                "3.0.0-rc2; >3.0.0-rc1, <3.0.0; true",
                "3.30.2-GA; <3.30.2; false",
                "33.0-jre; >=33.0; true",
                "1.0;     <1.0 || =1.0; true",
                "7.24.0;  *; true"
            })
    void versions_are_compared_as_maven_compares_them(String version, String affected, boolean named) {
        assertThat(Affected.of(affected).names(LibraryVersion.of(version))).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dated: 2026-01-31",
                "dated: soon\nadvisories: []",
                "dated: 2026-01-31\nadvisories: []\nmore: 1",
                "dated: 2026-01-31\nadvisories: [{id: CVE-2026-1000}]",
                "dated: 2026-01-31\nadvisories:\n - {id: CVE-2026-1000, component: 'a:b', affected: 'before 3', source: x, says: y}",
                "dated: 2026-01-31\nadvisories:\n - {id: CVE-2026-1000, component: 'a:b', affected: '<3', source: x, says: y, anser: z}",
                "dated: 2026-01-31\nadvisories:\n - {id: CVE-2026-1000, component: 'a:b', affected: '<3', source: x, says: y, answer: ''}",
                "dated: 2026-01-31\nadvisories: ["
            })
    void a_list_that_cannot_be_read_is_refused(String yaml) {
        assertThatThrownBy(() -> AdvisoryList.read(yaml))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("advisories.yaml");
    }

    @Test
    void a_library_that_is_named_breaks_the_fence_until_it_is_answered() {
        String entry =
                "dated: 2026-01-31\nadvisories:\n - {id: CVE-2026-1000, component: 'org.example:*', affected: '<2', source: x, says: y%s}";
        List<Library> many = new java.util.ArrayList<>(java.util.stream.IntStream.range(0, 120)
                .mapToObj(i -> new Library("org.other", "lib" + i, "1"))
                .toList());
        many.add(OLD);

        var open = AdvisoryFence.look(many, AdvisoryList.read(entry.formatted("")));
        var answered = AdvisoryFence.look(many, AdvisoryList.read(entry.formatted(", answer: not reachable")));

        assertThat(open.whole()).isFalse();
        assertThat(open.sentence()).contains("org.example:old 1.2.3 CVE-2026-1000");
        assertThat(answered.whole()).isTrue();
        assertThat(AdvisoryFence.look(List.of(OLD), AdvisoryList.read(entry.formatted("")))
                        .sentence())
                .contains("bill of materials is missing");
    }

    @Test
    void an_operator_renews_the_list_from_an_export_and_keeps_its_answers() throws Exception {
        Path export = folder.resolve("all.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(export))) {
            entry(
                    zip,
                    "GHSA-aaaa-bbbb-cccc",
                    "CVE-2027-0001",
                    "org.springframework:spring-core",
                    "\"introduced\":\"0\"},{\"fixed\":\"9.0\"");
            entry(
                    zip,
                    "GHSA-aaaa-bbbb-dddd",
                    "CVE-2027-0002",
                    "org.springframework:spring-core",
                    "\"introduced\":\"7.0.0\"},{\"last_affected\":\"9.0\"");
            entry(
                    zip,
                    "GHSA-aaaa-bbbb-eeee",
                    "CVE-2026-59314",
                    "org.springframework:spring-core",
                    "\"introduced\":\"0\"},{\"fixed\":\"6.2.20\"");
            entry(zip, "GHSA-aaaa-bbbb-ffff", "CVE-2027-0003", "org.nobody:nothing", "\"introduced\":\"0\"");
        }
        Path list = folder.resolve("advisories.yaml");
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int status = AdvisoryCheck.run(
                List.of(export.toString(), list.toString()), new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("OPEN      org.springframework:spring-core")
                .contains("CVE-2027-0001")
                .doesNotContain(
                        "CVE-2027-0002",
                        "CVE-2027-0003",
                        "OPEN      org.springframework:spring-core 6.2.19 (CVE-2026-59314)");
        AdvisoryList renewed = AdvisoryList.read(Files.readString(list));
        assertThat(renewed.dated()).hasToString("2027-02-03");
        assertThat(renewed.advisories())
                .hasSize(AdvisoryList.shipped().advisories().size() + 1);
        assertThat(AdvisoryCheck.run(List.of(), new PrintStream(told))).isZero();
        assertThat(AdvisoryCheck.run(List.of(folder.resolve("nowhere.zip").toString()), new PrintStream(told)))
                .isEqualTo(2);
    }

    private static void entry(ZipOutputStream zip, String id, String alias, String component, String events)
            throws java.io.IOException {
        zip.putNextEntry(new ZipEntry(id + ".json"));
        zip.write(
                """
                {"id":"%s","aliases":["%s"],"modified":"2027-02-03T04:05:06Z","summary":"It's a\\nhole",
                 "affected":[{"package":{"ecosystem":"Maven","name":"%s"},"ranges":[{"type":"ECOSYSTEM","events":[{%s}]}]}]}
                """
                        .formatted(id, alias, component, events)
                        .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
