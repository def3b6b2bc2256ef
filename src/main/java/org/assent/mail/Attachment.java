package org.assent.mail;

import org.assent.file.FileName;

/** A file that travels with a message. */
// public: the capabilities write their own letters
public record Attachment(String name, String mediaType, byte[] content) {

    public Attachment {
        // a name is no place for a header of its own, nor for a path
        name = FileName.of(Message.oneLine(name).replaceAll("[/\\\\]", "_"));
    }
}
