package org.assent.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/** A model, table or form of the programme, deployed by the name of its file: the engine would take, and tell everybody, its path on the disk. */
final class NamedByFile extends AbstractResource implements ContextResource {

    private final Resource file;

    private NamedByFile(Resource file) {
        this.file = file;
    }

    static Resource[] all(Resource[] files) {
        return Arrays.stream(files).map(NamedByFile::new).toArray(Resource[]::new);
    }

    @Override
    public String getPathWithinContext() {
        return Objects.requireNonNull(file.getFilename());
    }

    @Override
    public String getFilename() {
        return getPathWithinContext();
    }

    @Override
    public String getDescription() {
        return file.getDescription();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.getInputStream();
    }
}
