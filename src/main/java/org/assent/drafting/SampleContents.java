package org.assent.drafting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assent.scheme.FiscalYear;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Plausible agreements to learn and to demonstrate with, one file for an organisation. Public: the rehearsal drafts them. */
@Component
public class SampleContents {

    private static final FiscalYear WRITTEN_FOR = FiscalYear.of("2023-24");
    private static final Pattern YEAR = Pattern.compile("\\b20[0-9]{2}\\b");
    private static final ObjectMapper JSON = new ObjectMapper();

    SampleContents() {}

    /** Nothing where nobody has written one. */
    public Optional<Content> sample(String organisation) {
        return sample(organisation, WRITTEN_FOR);
    }

    /** The same for another year: its dates and the year's name move along. */
    public Optional<Content> sample(String organisation, FiscalYear year) {
        ClassPathResource file = new ClassPathResource("samples/agreements/" + organisation + ".yaml");
        if (!organisation.matches("[a-z][a-z0-9-]*") || !file.exists()) {
            return Optional.empty();
        }
        try (InputStream text = file.getInputStream()) {
            JsonNode written = JSON.valueToTree(yaml().load(text));
            moved(written, year);
            return Optional.of(JSON.treeToValue(written, Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample agreement of " + organisation + " cannot be read", e);
        }
    }

    private static void moved(JsonNode written, FiscalYear year) {
        int years = year.startYear() - WRITTEN_FOR.startYear();
        ((ObjectNode) written)
                .put("preamble", written.path("preamble").asText().replace(WRITTEN_FOR.toString(), year.toString()));
        for (JsonNode indicator : written.findParents("ladder")) {
            if (indicator.path("kind").asText().equals("DATE")) {
                ArrayNode ladder = (ArrayNode) indicator.path("ladder");
                for (int level = 0; level < ladder.size(); level++) {
                    ladder.set(level, TextNode.valueOf(moved(ladder.get(level).asText(), years)));
                }
            }
        }
    }

    private static String moved(String date, int years) {
        return YEAR.matcher(date).replaceAll(found -> String.valueOf(Integer.parseInt(found.group()) + years));
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new TextOnly());
    }

    /** A figure stays as it is written: 9.50 is not 9.5. */
    private static final class TextOnly extends Resolver {

        @Override
        protected void addImplicitResolvers() {}
    }
}
