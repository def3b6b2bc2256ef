package org.assent.file;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How large a file of each kind may be; what is not named keeps its own size. */
@ConfigurationProperties("assent.files")
record FileSettings(@DefaultValue Map<Upload, DataSize> largest) {

    long largest(Upload upload) {
        return largest.getOrDefault(upload, upload.largest()).toBytes();
    }
}
