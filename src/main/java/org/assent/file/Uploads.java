package org.assent.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Takes files: never more of them than their kind may have, and none that is not what it should be. Public: every door for files uses it. */
@Component
public class Uploads {

    private final FileSettings settings;

    Uploads(FileSettings settings) {
        this.settings = settings;
    }

    /** The whole body, whether its length was announced or it came in pieces. */
    public byte[] take(HttpServletRequest request, Upload upload) throws IOException {
        long largest = settings.largest(upload);
        if (request.getContentLengthLong() > largest) {
            throw tooLarge(upload, largest);
        }
        // one byte more than is accepted is enough to refuse the rest
        byte[] file = request.getInputStream().readNBytes((int) Math.min(largest + 1, Integer.MAX_VALUE - 8));
        if (file.length > largest) {
            throw tooLarge(upload, largest);
        }
        upload.content().demand(file);
        return file;
    }

    private static UploadRefused tooLarge(Upload upload, long largest) {
        DataSize size = DataSize.ofBytes(largest);
        String told = size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
        return new UploadRefused(413, upload.tooLarge().formatted(told));
    }
}
