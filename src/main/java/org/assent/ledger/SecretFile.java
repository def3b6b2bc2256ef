package org.assent.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only the desk's own account reads. */
final class SecretFile {

    private SecretFile() {}

    /** On disk and whole when this returns; whoever comes second leaves the first's alone. */
    static void make(Path file, String content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var only = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        // of each writer its own: several threads may come at once, and several nodes
        Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new", only);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(content));
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // another node of the desk has made it meanwhile
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
