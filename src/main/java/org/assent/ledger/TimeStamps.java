package org.assent.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Asks an authority for the time of the newest root (RFC 3161) and keeps its answer as timestamps/….tsr beside the keys.
 * The request is sixty bytes, so no library is needed; the answer is the authority's own, checked with
 * {@code openssl ts -verify -digest <hash of the seal's hash> -in ….tsr -CAfile …}.
 */
final class TimeStamps {

    private static final HexFormat HEX = HexFormat.of();
    /** SHA-256 with its absent parameters: 2.16.840.1.101.3.4.2.1. */
    private static final byte[] SHA256 = HEX.parseHex("300d06096086480165030402010500");

    private final LedgerSettings settings;
    private final HttpClient web =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private long stamped = -1;

    TimeStamps(LedgerSettings settings) {
        this.settings = settings;
    }

    /** The newest root vouches for all before it. */
    void stamp(LongFunction<List<Seal>> after) {
        if (settings.timeStampUrl().isBlank()) {
            return;
        }
        List<Seal> fresh = after.apply(stamped);
        if (!fresh.isEmpty()) {
            Seal newest = fresh.get(fresh.size() - 1);
            Path answer = file(settings.path(), newest.number());
            if (!Files.exists(answer)) {
                keep(answer, ask(newest.hash()));
            }
            stamped = newest.number();
        }
    }

    static Path file(Path folder, long seal) {
        return folder.resolve("timestamps").resolve(seal + ".tsr");
    }

    /** What is stamped: the hash of the 64 digits of the seal's hash. */
    static byte[] imprint(String hash) {
        return Hash.bytes(hash.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] request(String hash) {
        byte[] imprint = der(0x30, SHA256, der(0x04, imprint(hash)));
        return der(0x30, new byte[] {2, 1, 1}, imprint, new byte[] {1, 1, (byte) 0xff});
    }

    private byte[] ask(String hash) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.timeStampUrl()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request(hash)))
                .build();
        try {
            HttpResponse<byte[]> answer = web.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || !isAbout(answer.body(), hash)) {
                throw new IllegalStateException("The authority of time gave no stamp: " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the answer names what was asked; whether its signature holds is for those who trust the authority. */
    static boolean isAbout(byte[] answer, String hash) {
        return HEX.formatHex(answer).contains(HEX.formatHex(imprint(hash)));
    }

    private static void keep(Path file, byte[] answer) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it is shorter than 128 bytes, so a length is one byte. */
    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        all.write(content.size());
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }
}
