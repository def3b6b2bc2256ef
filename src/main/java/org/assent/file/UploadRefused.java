package org.assent.file;

/** A file that is not taken: the status for programs, one sentence for people. Public: whoever answers them tells it. */
public final class UploadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UploadRefused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
