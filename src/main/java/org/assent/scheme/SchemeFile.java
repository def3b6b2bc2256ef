package org.assent.scheme;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A scheme's YAML and what it says; every value in it is text to YAML, so that no weight becomes a binary fraction. */
record SchemeFile(String name, String text, SchemeFacts facts) {

    private static final ObjectMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** The keys of a file. */
    private record Content(
            String code,
            int version,
            String title,
            FiscalYear firstYear,
            @Nullable FiscalYear lastYear,
            String source,
            List<String> assumptions,
            Map<OfficeLevel, LevelScheme> levels) {

        SchemeFacts facts(String hash) {
            return new SchemeFacts(code, version, title, firstYear, lastYear, source, assumptions, hash, levels);
        }
    }

    /** Refuses a file that does not say all that a scheme says, or says more, naming the file and the key. */
    static SchemeFile read(String name, String text) {
        try {
            Object read = yaml().load(text);
            demandValues(read, "", name);
            return new SchemeFile(
                    name, text, RECORDS.convertValue(read, Content.class).facts(hash(text)));
        } catch (YAMLException e) {
            throw new IllegalStateException(name + " is no YAML: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(name + ": " + complaint(e.getCause()), e);
        }
    }

    private static String complaint(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "a scheme has no “" + path(unknown) + "”";
        }
        if (cause instanceof JsonMappingException wrong) {
            return "“" + path(wrong) + "” cannot be read: " + wrong.getOriginalMessage();
        }
        return "it is no scheme";
    }

    /** levels.MINISTRY.bands[2].name */
    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Only the last year may be left open. */
    private static void demandValues(@Nullable Object value, String path, String name) {
        if (value instanceof Map<?, ?> keys) {
            keys.forEach((key, inner) -> demandValues(inner, path.isEmpty() ? "" + key : path + "." + key, name));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                demandValues(list.get(i), path + "[" + i + "]", name);
            }
        } else if (value == null && !path.equals("lastYear")) {
            throw new IllegalStateException(
                    name + ": “" + path + "” is empty; write '' where a text is meant to be empty");
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(500);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new TextOnly());
    }

    /** Everything is text but nothing. */
    private static final class TextOnly extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), "");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
        }
    }

    /** However lines end in the file. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.replace("\r", "").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
