package org.assent.advisory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** All that was known on a day; a list that does not say all of it, or says more, is refused with the place. */
record AdvisoryList(LocalDate dated, List<Advisory> advisories) {

    static final String FILE = "security/advisories.yaml";

    private static final Set<String> KEYS = Set.of("id", "component", "affected", "source", "says", "answer");
    private static final Pattern ID = Pattern.compile("(CVE|GHSA)-[0-9A-Za-z-]{4,30}");
    private static final Pattern COMPONENT = Pattern.compile("[\\w.-]+:([\\w.-]+|\\*)");

    /** An advisory and the library that it names. */
    record Hit(Advisory advisory, Library library) {

        boolean answered() {
            return advisory.answer() != null;
        }

        String line() {
            return "%s: %s (%s) %s"
                    .formatted(library, advisory.id(), advisory.affected().text(), advisory.says());
        }
    }

    static AdvisoryList shipped() {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    static AdvisoryList read(String yaml) {
        try {
            if (!(yaml().load(yaml) instanceof Map<?, ?> file)
                    || !file.keySet().equals(Set.of("dated", "advisories"))
                    || !(file.get("advisories") instanceof List<?> entries)) {
                throw new IllegalStateException(FILE + " must say “dated” and “advisories”, and nothing else.");
            }
            List<Advisory> advisories = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Object entry : entries) {
                Advisory advisory = advisory(advisories.size() + 1, entry);
                if (!seen.add(advisory.id() + " " + advisory.component())) {
                    throw new IllegalStateException("%s names %s twice.".formatted(FILE, advisory.id()));
                }
                advisories.add(advisory);
            }
            return new AdvisoryList(LocalDate.parse(String.valueOf(file.get("dated"))), List.copyOf(advisories));
        } catch (YAMLException e) {
            throw new IllegalStateException(FILE + " is no YAML: " + e.getMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalStateException(FILE + " bears no date such as 2026-01-31.", e);
        }
    }

    private static Advisory advisory(int number, Object entry) {
        String place = FILE + ", entry " + number + ": ";
        if (!(entry instanceof Map<?, ?> keys) || !KEYS.containsAll(keys.keySet())) {
            throw new IllegalStateException(place + "an entry has the keys " + KEYS + " and no others.");
        }
        String id = text(place, keys, "id", ID);
        try {
            return new Advisory(
                    id,
                    text(place, keys, "component", COMPONENT),
                    Affected.of(text(place, keys, "affected", null)),
                    text(place, keys, "source", null),
                    text(place, keys, "says", null),
                    keys.containsKey("answer") ? text(place, keys, "answer", null) : null);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    place + id + " is affected in no readable range: " + e.getMessage() + ".", e);
        }
    }

    private static String text(String place, Map<?, ?> keys, String key, @Nullable Pattern form) {
        if (!(keys.get(key) instanceof String text)
                || text.isBlank()
                || (form != null && !form.matcher(text).matches())) {
            throw new IllegalStateException("%sno “%s”, or one that cannot be read.".formatted(place, key));
        }
        return text;
    }

    List<Hit> hits(List<Library> libraries) {
        return advisories.stream()
                .flatMap(advisory ->
                        libraries.stream().filter(advisory::hits).map(library -> new Hit(advisory, library)))
                .toList();
    }

    /** What no answer stands beside: the build and production refuse it. */
    List<Hit> unanswered(List<Library> libraries) {
        return hits(libraries).stream().filter(hit -> !hit.answered()).toList();
    }

    /** Every value is text: a version is no number, a day no moment. */
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(20_000_000);
        var dumper = new org.yaml.snakeyaml.DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, Pattern form, String first, int limit) {
                if (tag.equals(Tag.MERGE)) {
                    super.addImplicitResolver(tag, form, first, limit);
                }
            }
        });
    }
}
