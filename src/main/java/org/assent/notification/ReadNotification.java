package org.assent.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notification says. A field is right, or it is null (a list: empty) and named in {@link #unread} or {@link #missing}.
 * Public: the import writes it into the project's form.
 *
 * <p>{@code missing} holds the mandatory fields of which the document has no trace: projectCode, title, startDate, endDate,
 * hosts, closingDate, and modality if there is no venue either. {@code unread} holds every other field that an official has to
 * fill in: it is there but not certain, or it is expected and absent. A field is never in both. Only venue, nominationRule,
 * revisionNumber and revisionDate may be absent without a word, because not every form has them.
 *
 * @param revisionNumber null in a first issue, which is not a revision
 * @param days the days the project lasts: as stated, else first to last day inclusive
 * @param hosts economies as written; {@code hostCodes} holds their ISO2 codes in the same order
 * @param localPlaces 0 when the document says that there are none
 */
public record ReadNotification(
        @Nullable String reference,
        @Nullable LocalDate dateOfIssue,
        @Nullable Integer revisionNumber,
        @Nullable LocalDate revisionDate,
        @Nullable String projectCode,
        @Nullable String title,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Integer days,
        List<String> hosts,
        List<String> hostCodes,
        @Nullable String venue,
        @Nullable Modality modality,
        @Nullable String implementingOrganizations,
        @Nullable Participating participating,
        @Nullable Integer overseasPlaces,
        @Nullable Integer localPlaces,
        @Nullable String qualifications,
        @Nullable String nominationRule,
        @Nullable LocalDate closingDate,
        List<String> objectives,
        List<Day> topics,
        FinancialArrangements financialArrangements,
        @Nullable String signatory,
        @Nullable String signatoryPost,
        List<String> unread,
        List<String> missing) {

    /** How the participants meet. */
    public enum Modality {
        DIGITAL_MULTICOUNTRY,
        FACE_TO_FACE,
        HYBRID
    }

    /** Who may send participants: every member, or the economies named (ISO2). */
    public record Participating(boolean allMembers, List<String> economies) {
        static final Participating ALL_MEMBERS = new Participating(true, List.of());
    }

    /** The indicative topics of one day, counted from 1. */
    public record Day(int number, List<String> topics) {}

    /** The lines of the section, and what they settle; null where they do not say. */
    public record FinancialArrangements(
            List<String> lines,
            @Nullable Boolean apoMeetsOverseasResourcePersons,
            @Nullable Integer maxLocalHonoraria,
            @Nullable Boolean hostMeetsSiteVisits) {}
}
