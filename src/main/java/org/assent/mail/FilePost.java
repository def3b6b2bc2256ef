package org.assent.mail;

import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Lays letters into a folder, each exactly once: a file of that name is a letter that has been sent. */
class FilePost implements Post {

    static final String SUFFIX = ".eml";
    private static final String UNFINISHED = ".tmp";

    private final Envelope envelope;
    private final Path folder;

    FilePost(Envelope envelope, Path folder) {
        this.envelope = envelope;
        this.folder = folder;
        sweep();
    }

    @Override
    public synchronized void deliver(Message message) {
        String name = Envelope.fileName(message.key());
        Path letter = folder.resolve(name + SUFFIX);
        if (Files.exists(letter)) {
            return;
        }
        Path unfinished = folder.resolve("." + name + "." + UUID.randomUUID() + UNFINISHED);
        try {
            Files.createDirectories(folder);
            write(message, unfinished);
            Files.move(unfinished, letter, StandardCopyOption.ATOMIC_MOVE);
            keep(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The message " + message.key() + " cannot be written to the outbox.", e);
        }
    }

    private void write(Message message, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            envelope.seal(message).writeTo(out);
            out.flush();
            channel.force(true);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** The name too must survive a power cut; where folders cannot be opened (Windows) the system sees to it. */
    private static void keep(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** What a kill left half written: nobody will finish it, its job writes anew. */
    private void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
