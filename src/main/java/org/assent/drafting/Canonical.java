package org.assent.drafting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one way in which a content is written down, so that equal contents have equal hashes. */
final class Canonical {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    private Canonical() {}

    /** What is signed: the words, whose they are, and the scheme that brings the mandatory objectives and the plans. */
    private record Document(String agreement, Content content, Scheme scheme) {

        record Scheme(String code, int version) {}
    }

    static String json(Content content) {
        return write(content);
    }

    static Content read(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document cannot be read", e);
        }
    }

    /** sha256 of the UTF-8 text, in hexadecimal. */
    static String hash(String agreement, Content content, String scheme, int version) {
        String text = write(new Document(agreement, content, new Document.Scheme(scheme, version)));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document cannot be written down", e);
        }
    }
}
