package org.assent.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assent.engine.Markup;
import org.assent.engine.Refusal;
import org.assent.notification.NotificationReader;
import org.assent.notification.ReadNotification;
import org.assent.notification.UnreadableNotification;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Plans a project from a document. Public: the page for uploads in Tasklist uses it as the address for programs does. */
@Component
public class NotificationImport {

    /** A text of that size is no notification; how large a PDF may be is a setting. */
    private static final int LONGEST_TEXT = 1024 * 1024;

    private final Projects projects;
    private final ProjectDesk desk;

    NotificationImport(Projects projects, ProjectDesk desk) {
        this.projects = projects;
        this.desk = desk;
    }

    /** Starts the project as whoever is logged in, or says in one sentence why not. */
    public ImportAnswer take(byte[] document, @Nullable String mediaType) {
        String type =
                mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/pdf") && !type.equals("text/plain")) {
            return ImportAnswer.refused(415, "A notification is imported from a PDF or a plain text.");
        }
        if (type.equals("text/plain") && document.length > LONGEST_TEXT) {
            return ImportAnswer.refused(413, "This file is too large to be a notification.");
        }
        try {
            return plan(NotificationReader.read(document, String.valueOf(mediaType)));
        } catch (UnreadableNotification unreadable) {
            return ImportAnswer.refused(400, String.valueOf(unreadable.getMessage()));
        }
    }

    private ImportAnswer plan(ReadNotification read) {
        String code = read.projectCode();
        if (read.title() != null && Markup.isIn(read.title())) {
            return ImportAnswer.refused(
                    422, "The title holds a tag or a character that cannot be printed, so no project was planned.");
        }
        if (code != null && projects.existsByCode(code)) {
            return known(read, code);
        }
        List<String> missing = new ArrayList<>(read.missing());
        // there, but not to be read with certainty: without these two there is no project to open
        if (code == null && !missing.contains("projectCode")) {
            missing.add("projectCode");
        }
        if (read.title() == null && !missing.contains("title")) {
            missing.add("title");
        }
        if (!missing.isEmpty() || code == null || read.title() == null) {
            return ImportAnswer.missing(missing);
        }
        List<String> unread = unread(read);
        try {
            return ImportAnswer.opened(code, desk.plan(code, read.title(), ReadTerms.draft(read, unread)), unread);
        } catch (Refusal refusal) {
            return ImportAnswer.refused(422, String.valueOf(refusal.getMessage()));
        } catch (DataIntegrityViolationException plannedMeanwhile) {
            return known(read, code);
        }
    }

    private static ImportAnswer known(ReadNotification read, String code) {
        String sentence = read.revisionNumber() == null || read.revisionNumber() == 0
                ? "The project " + code + " is known already, so it was not planned a second time."
                : "The project " + code + " is known already; enter this revision as a change of the running project.";
        return ImportAnswer.refused(409, sentence);
    }

    /** A kind of meeting that this desk has no deadlines for is left to the official. */
    private static List<String> unread(ReadNotification read) {
        List<String> unread = new ArrayList<>(read.unread());
        if (ReadTerms.modality(read) == null && !unread.contains("modality")) {
            unread.add("modality");
        }
        return List.copyOf(unread);
    }
}
