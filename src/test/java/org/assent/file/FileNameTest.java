package org.assent.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("once")
class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agreement-commerce-2025-26.xlsx | agreement-commerce-2025-26.xlsx",
                "../../etc/passwd | etc-passwd",
                "..\\..\\boot.ini | boot.ini",
                "a/../b.pdf | a-.-b.pdf",
                "%2e%2e%2fx.pdf | 2e-2e-2fx.pdf",
                ".htaccess | htaccess",
                "a\"; filename=\"b.exe | a- filename=-b.exe",
                "রিপোর্ট.pdf | রিপোর্ট.pdf",
                "... | file"
            })
    void a_name_is_only_a_name(String proposed, String name) {
        assertThat(FileName.of(proposed)).isEqualTo(name);
    }

    @Test
    void nothing_invisible_no_second_line_and_no_length_without_end() {
        assertThat(FileName.of("cert\u202Efdp.exe")).isEqualTo("certfdp.exe");
        assertThat(FileName.of("a\r\nSet-Cookie: x\u0000.pdf")).isEqualTo("aSet-Cookie- x.pdf");
        assertThat(FileName.of("e\u0301.pdf")).isEqualTo("\u00e9.pdf");
        assertThat(FileName.of("x".repeat(500) + ".pdf")).hasSize(120).endsWith("x.pdf");
        assertThat(FileName.of("\u200B.pdf")).isEqualTo("pdf");
        assertThat(FileName.asAttachment("Bangladesh রিপোর্ট\r\nX: y.pdf"))
                .startsWith("attachment; filename=")
                .contains("filename*=UTF-8''Bangladesh%20%E0%A6%B0")
                .doesNotContain("\r", "\n");
    }
}
