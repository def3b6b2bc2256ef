package org.assent.drafting;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
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

    SampleContents() {}

    /** Nothing where nobody has written one. */
    public Optional<Content> sample(String organisation) {
        ClassPathResource file = new ClassPathResource("samples/agreements/" + organisation + ".yaml");
        if (!organisation.matches("[a-z][a-z0-9-]*") || !file.exists()) {
            return Optional.empty();
        }
        try (InputStream text = file.getInputStream()) {
            return Optional.of(new ObjectMapper().convertValue(yaml().load(text), Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample agreement of " + organisation + " cannot be read", e);
        }
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
