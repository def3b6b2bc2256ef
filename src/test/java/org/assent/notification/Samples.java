package org.assent.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assent.notification.NotificationPdf.Look;
import org.assent.notification.ReadNotification.FinancialArrangements;

/** The shipped sample, and the one question asked of every reading of a changed copy: right or unread? */
final class Samples {
    private static final Map<String, String> TOLD_BY = Map.of("hostCodes", "hosts", "signatoryPost", "signatory");

    private Samples() {}

    static String text() {
        return new String(bytes("project-notification.txt"), StandardCharsets.UTF_8);
    }

    static byte[] pdf() {
        return bytes("project-notification.pdf");
    }

    static ReadNotification read(String text) {
        return NotificationReader.read(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    static ReadNotification readPdf(String text, Look look) {
        return NotificationReader.read(NotificationPdf.render(text, look), "application/pdf");
    }

    /** Each field equals the truth, or it is empty and named. */
    static void assertRightOrUnread(ReadNotification read, ReadNotification truth) {
        for (RecordComponent field : ReadNotification.class.getRecordComponents()) {
            if (field.getName().equals("unread") || field.getName().equals("missing")) {
                continue;
            }
            Object value = value(field, read);
            boolean said = read.unread().contains(TOLD_BY.getOrDefault(field.getName(), field.getName()))
                    || read.missing().contains(TOLD_BY.getOrDefault(field.getName(), field.getName()));
            if (said) {
                assertThat(value == null || value.equals(List.of()) || value instanceof FinancialArrangements)
                        .as("%s is named as unread and has no value", field.getName())
                        .isTrue();
            } else if (value instanceof FinancialArrangements some) {
                FinancialArrangements all = truth.financialArrangements();
                assertThat(some.maxLocalHonoraria()).isIn(null, all.maxLocalHonoraria());
            } else {
                assertThat(value).as(field.getName()).isEqualTo(value(field, truth));
            }
        }
    }

    private static Object value(RecordComponent field, ReadNotification read) {
        try {
            return field.getAccessor().invoke(read);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
