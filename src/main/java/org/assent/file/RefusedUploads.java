package org.assent.file;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a program why its file was not taken. */
@RestControllerAdvice
class RefusedUploads {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tell(UploadRefused refused) {
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", refused.sentence()));
    }
}
