package org.assent.file;

import org.springframework.util.unit.DataSize;

/**
 * Each kind of file that this desk takes. Public: whoever takes one says which it is. The sizes can be set under
 * {@code assent.files.largest}.
 */
public enum Upload {
    NOTIFICATION(Content.PDF_OR_TEXT, DataSize.ofMegabytes(10)),
    /** A day's log of a large meeting has some thousand lines. */
    ATTENDANCE(Content.TABLE, DataSize.ofMegabytes(2)),
    /** 24,000 offices with Bengali names are some seven million bytes. */
    OFFICES(Content.TABLE, DataSize.ofMegabytes(16)),
    /** Twenty thousand offices and ten years. */
    RESULTS(Content.TABLE, DataSize.ofMegabytes(8)),
    SCORES(Content.TABLE, DataSize.ofMegabytes(1)),
    WORKBOOK(Content.WORKBOOK, DataSize.ofMegabytes(2)),
    /** What the editor of an agreement sends to be kept; some hundred indicators are half a megabyte. */
    DRAFT(Content.JSON, DataSize.ofMegabytes(2)),
    /** Whatever else is sent to the engine's own API. */
    REQUEST(Content.JSON, DataSize.ofMegabytes(8)),
    /** Diagrams, tables and forms from the Modeler, in one request. */
    MODELS(Content.MODELS, DataSize.ofMegabytes(4));

    private final Content content;
    private final DataSize largest;

    /** In place of %s its size. */
    String tooLarge() {
        return this == DRAFT
                ? "This draft is larger than %s, which no agreement needs, so it was not saved."
                : "This file is larger than %s, so it was not read.";
    }

    Upload(Content content, DataSize largest) {
        this.content = content;
        this.largest = largest;
    }

    Content content() {
        return content;
    }

    DataSize largest() {
        return largest;
    }
}
