package org.assent.webapp;

import java.io.IOException;
import org.assent.engine.Refusal;
import org.assent.project.ImportAnswer;
import org.assent.project.NotificationImport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Import of a notification from Tasklist: an uploaded file, or the sample that ships. */
@Component
class ImportPage {

    private final NotificationImport imports;
    private final CasePage cases;

    ImportPage(NotificationImport imports, CasePage cases) {
        this.imports = imports;
        this.cases = cases;
    }

    ImportAnswer take(byte[] document, @Nullable String type) {
        if (!cases.viewer().is("programme-officers")) {
            throw new Refusal("Notifications are imported by programme officers.");
        }
        return imports.take(document, type);
    }

    ImportAnswer takeSample() throws IOException {
        var pdf = new ClassPathResource("samples/project-notification.pdf");
        return pdf.exists()
                ? take(pdf.getContentAsByteArray(), "application/pdf")
                : take(
                        new ClassPathResource("samples/project-notification.txt").getContentAsByteArray(),
                        "text/plain;charset=UTF-8");
    }
}
