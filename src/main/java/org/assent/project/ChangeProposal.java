package org.assent.project;

import static org.assent.project.ProjectState.ANNOUNCED;
import static org.assent.project.ProjectState.NOTIFIED;
import static org.assent.project.ProjectState.PLANNED;
import static org.assent.project.ProjectState.POSTPONED;
import static org.assent.project.ProjectState.REVISED;
import static org.assent.project.ProjectState.SCREENED;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** What a programme officer wants to change; what is left out stays. */
record ChangeProposal(
        ChangeKind kind,
        String reason,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate closingDate,
        @Nullable Integer overseasPlaces,
        @Nullable Integer localPlaces,
        @Nullable String venue,
        boolean reopen) {

    /** Refuses what the project's phase or the calendar forbids (R7). */
    void check(ProjectState state, ProjectState phase, Terms before, LocalDate today, List<String> activeEconomies) {
        refuseIf(reason.isBlank(), "Please give the reason for the change.");
        if (kind == ChangeKind.CANCEL) {
            refuseIf(state.isOver(), "This project is over, so it cannot be cancelled.");
            return;
        }
        refuseIf(state == PLANNED, "The notification has not been issued yet, so its draft can be changed instead.");
        refuseIf(!state.isChangeable(), "The sessions have begun, so the project can only be cancelled.");
        refuseIf(kind == ChangeKind.POSTPONE && state == POSTPONED, "This project is postponed already.");
        if (kind == ChangeKind.REVISE) {
            checkRevision(state, phase, before, today, activeEconomies);
        }
    }

    private void checkRevision(
            ProjectState state, ProjectState phase, Terms before, LocalDate today, List<String> activeEconomies) {
        Terms after = applied(before, 0);
        after.check(activeEconomies);
        after.checkAhead(today, before);
        boolean closingMoved = !Objects.equals(after.closingDate(), before.closingDate());
        refuseIf(!reopen && after.equals(nothing().applied(before, 0)), "Nothing is changed by this revision.");
        refuseIf(
                state == POSTPONED && Objects.equals(after.start(), before.start()),
                "A postponed project needs new dates.");
        refuseIf(
                reopen && (phase == SCREENED || phase == ANNOUNCED),
                "The selection has been made, so nominations are not reopened; open a replacement window instead.");
        refuseIf(
                closingMoved && !reopen && !isOpen(phase),
                "Nominations have been closed, so the closing date can only be moved by reopening them.");
        refuseIf(
                reopen
                        && !isOpen(phase)
                        && (after.closingDate() == null || after.closingDate().isBefore(today)),
                "Please give a closing date ahead until which nominations are open again.");
    }

    /** Reopening what is still open would change nothing. */
    boolean reopens(ProjectState phase) {
        return reopen && !isOpen(phase);
    }

    private static boolean isOpen(ProjectState phase) {
        return phase == NOTIFIED || phase == REVISED;
    }

    /** The terms as they would be. */
    Terms applied(Terms terms, int version) {
        return new Terms(
                numbered(terms.reference(), version),
                start == null ? terms.start() : start,
                end == null ? terms.end() : end,
                terms.modality(),
                venue == null ? terms.venue() : venue,
                terms.hosts(),
                terms.allMembers(),
                terms.economies(),
                terms.implementing(),
                overseasPlaces == null ? terms.overseasPlaces() : overseasPlaces,
                localPlaces == null ? terms.localPlaces() : localPlaces,
                terms.placesPerEconomy(),
                terms.qualifications(),
                terms.targetGroups(),
                terms.nominationRule(),
                closingDate == null ? terms.closingDate() : closingDate,
                terms.objectives(),
                terms.topics(),
                terms.financialArrangements(),
                terms.signatory());
    }

    private static ChangeProposal nothing() {
        return new ChangeProposal(ChangeKind.NONE, "", null, null, null, null, null, null, false);
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refusal(sentence);
        }
    }

    /** The last three digits of a reference are its version. */
    private static String numbered(String reference, int version) {
        return reference.replaceFirst("-[0-9]{3}$", "-%03d".formatted(version));
    }
}
