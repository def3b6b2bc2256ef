package org.assent.certification;

import java.util.Map;
import org.assent.engine.Refusal;
import org.assent.file.FileName;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates for programs: an NPO fetches its own, the Secretariat asks for a revocation; 422 with the reason why not. */
@RestController
class CertificateApi {

    private final CertificateDesk desk;

    CertificateApi(CertificateDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/certificates/{serial}")
    ResponseEntity<byte[]> download(@PathVariable String serial) {
        byte[] pdf = desk.download(serial);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.asAttachment("certificate.pdf"))
                .body(pdf);
    }

    @PostMapping("/api/projects/{code}/revocations")
    ResponseEntity<Map<String, Object>> requestRevocation(@PathVariable String code) {
        desk.requestRevocation(code);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("message", "The Secretary-General has been asked to decide."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", String.valueOf(refusal.getMessage())));
    }
}
