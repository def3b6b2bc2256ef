package org.assent.webapp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.assent.drafting.Content;
import org.assent.drafting.DraftConflict;
import org.assent.drafting.DraftDesk;
import org.assent.drafting.Saved;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the editor sends: trusted in nothing, written only for whoever holds the task. */
@Component
class AgreementDrafts {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final AgreementFiles files;
    private final AgreementTasks tasks;
    private final DraftDesk desk;
    private final AgreementSheet sheet;
    private final ObjectProvider<SampleDraft> sample;

    AgreementDrafts(
            AgreementFiles files,
            AgreementTasks tasks,
            DraftDesk desk,
            AgreementSheet sheet,
            ObjectProvider<SampleDraft> sample) {
        this.files = files;
        this.tasks = tasks;
        this.desk = desk;
        this.sheet = sheet;
        this.sample = sample;
    }

    /** What a browser sends to be kept. */
    record Sent(@Nullable Integer revision, @Nullable Content content) {}

    Response save(String key, byte[] body) {
        files.file(key);
        tasks.demandDrafting(key);
        Sent sent = sent(body);
        if (sent.revision() == null || sent.content() == null) {
            throw unreadable();
        }
        try {
            Saved saved = desk.save(key, sent.content(), sent.revision(), tasks.user());
            return Response.ok(sheet.saved(saved)).build();
        } catch (DraftConflict conflict) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(sheet.conflict(conflict))
                    .build();
        }
    }

    Map<String, Object> check(String key, byte[] body) {
        files.file(key);
        Content content = sent(body).content();
        if (content == null) {
            throw unreadable();
        }
        return Map.of("findings", desk.check(key, content));
    }

    byte[] excel(String key) {
        files.file(key);
        return desk.toExcel(key);
    }

    /** Nothing is saved: the editor shows what would change. */
    Map<String, Object> readExcel(String key, byte[] workbook) {
        files.file(key);
        tasks.demandDrafting(key);
        if (workbook.length == 0) {
            throw new Refusal("The file is empty.");
        }
        return Map.of("content", desk.fromExcel(key, workbook));
    }

    Map<String, Object> sample(String key) {
        files.file(key);
        tasks.demandDrafting(key);
        SampleDraft offered = sample.getIfAvailable();
        if (offered == null) {
            throw new Refusal("There is a sample in a demonstration only.");
        }
        return Map.of("content", offered.content(desk.open(key)));
    }

    private static Sent sent(byte[] body) {
        try {
            Sent sent = JSON.readValue(body, Sent.class);
            if (sent == null) {
                throw unreadable();
            }
            return sent;
        } catch (JacksonException malformed) {
            throw unreadable();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Refusal unreadable() {
        return new Refusal("What the page sent could not be read, so nothing was saved. Please reload the page.");
    }
}
