package org.assent.webapp;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.assent.engine.Refusal;
import org.assent.file.FileName;
import org.assent.file.Upload;
import org.assent.file.UploadRefused;
import org.assent.file.Uploads;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Files that pages of the web apps send and fetch. */
final class Files {

    private Files() {}

    static byte[] take(ServletContext context, HttpServletRequest request, Upload upload) throws IOException {
        try {
            return WebApplicationContextUtils.getRequiredWebApplicationContext(context)
                    .getBean(Uploads.class)
                    .take(request, upload);
        } catch (UploadRefused refused) {
            throw new Refusal(refused.sentence());
        }
    }

    /** Always to be saved, never to be shown: what others attached does not run in this site's name. */
    static Response give(String name, String type, byte[] content) {
        return Response.ok(content, type)
                .header("Content-Disposition", FileName.asAttachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
