package org.assent.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** Every seal once more, a line each, where the database's owner does not reach: an older backup cannot take it along. */
final class RootsFile {

    private static final int LONGEST_LINE = 8192;

    private final Path file;

    RootsFile(Path file) {
        this.file = file;
    }

    static RootsFile in(Path folder) {
        return new RootsFile(folder.resolve("roots.jsonl"));
    }

    Path path() {
        return file;
    }

    /** The lines as they stand; one that a crash cut short, without its end, is left out. */
    List<String> lines() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String all = Files.readString(file);
            List<String> lines = new ArrayList<>();
            for (int from = 0, end; (end = all.indexOf('\n', from)) >= 0; from = end + 1) {
                lines.add(all.substring(from, end));
            }
            return lines;
        } catch (CharacterCodingException noText) {
            throw new Refusal("The file of roots is no text: " + file + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line that is whole; of a long file the end alone is read. */
    @Nullable
    String lastLine() {
        if (!Files.exists(file)) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = wholeLines(channel);
            int length = (int) Math.min(end, LONGEST_LINE);
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, end - length + bytes.position()) > 0) {
                // until all of it is there
            }
            String tail = new String(bytes.array(), StandardCharsets.UTF_8).stripTrailing();
            return tail.isEmpty() ? null : tail.substring(tail.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On disk when this returns. */
    void append(List<Seal> seals) {
        if (seals.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                channel.position(wholeLines(channel));
                StringBuilder lines = new StringBuilder();
                seals.forEach(seal -> lines.append(seal.line()).append('\n'));
                ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.truncate(channel.position());
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the last whole line ends: what a crash cut short is written over. */
    private static long wholeLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long at = channel.size(); at > 0; at--) {
            one.clear();
            channel.read(one, at - 1);
            if (one.get(0) == '\n') {
                return at;
            }
        }
        return 0;
    }
}
