package org.assent.drafting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.assent.agreement.AgreementForms;
import org.assent.drafting.Content.Objective;
import org.assent.engine.OfficialNames;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.scheme.FiscalYear;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the two forms of this process show when they open. */
@Configuration(proxyBeanMethods = false)
class DraftingForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    /** A form's table is for reading; the tab shows all. */
    private static final int ROWS = 200;

    private static final int EXCERPT = 200;

    private final DraftDesk desk;
    private final Drafts drafts;
    private final DocumentRegister versions;
    private final AgreementForms agreements;
    private final OfficialNames names;

    DraftingForms(
            DraftDesk desk, Drafts drafts, DocumentRegister versions, AgreementForms agreements, OfficialNames names) {
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
        this.agreements = agreements;
        this.names = names;
    }

    /** A line of the table of what is still to be mended. */
    record ToMend(String sentence) {}

    /** A line of the table of objectives. */
    record Line(String number, String name, String weight, long indicators) {}

    @Bean
    TaskPrefill draftAgreementForm() {
        return agreements.form("draftAgreement", (task, values) -> {
            Opened opened = desk.open(task.businessKey());
            values.put("dueOn", dueOn(task));
            values.put(
                    "returned",
                    opened.returned().isEmpty()
                            ? ""
                            : "**The head of office returned the draft:** " + plain(opened.returned()));
            values.put("progress", progress(opened));
            values.put(
                    "findings",
                    opened.findings().stream()
                            .limit(ROWS)
                            .map(finding -> new ToMend(finding.sentence()))
                            .toList());
        });
    }

    @Bean
    TaskPrefill approveDraftForm() {
        return agreements.form("approveDraft", (task, values) -> {
            Opened opened = desk.open(task.businessKey());
            Draft draft = drafts.findByAgreementKey(task.businessKey()).orElseThrow();
            String preparedBy = draft.preparedBy();
            values.put("preparedBy", preparedBy == null ? "The APA team" : names.of(preparedBy));
            values.put("progress", progress(opened));
            values.put("objectives", lines(opened.content()));
            values.put(
                    "reason", draft.revises() == null ? "" : "**Reason for this revision:** " + plain(draft.reason()));
            values.put("differences", differences(draft));
        });
    }

    private List<Difference> differences(Draft draft) {
        Integer revises = draft.revises();
        return revises == null
                ? List.of()
                : Comparison.of(versions.version(draft.agreementKey(), revises).content(), draft.content()).stream()
                        .limit(ROWS)
                        .map(difference -> new Difference(
                                difference.key(),
                                difference.number(),
                                difference.field(),
                                difference.label(),
                                excerpt(difference.before()),
                                excerpt(difference.after())))
                        .toList();
    }

    /** Weights total 62 of 70; 3 things to mend. What does not stop the draft is a remark. */
    static String progress(Opened opened) {
        long open = opened.findings().stream().filter(Finding::stops).count();
        long remarks = opened.findings().size() - open;
        return "Weights total %s of %s; %s."
                .formatted(
                        Weight.text(opened.total()),
                        Weight.text(opened.needed()),
                        open > 0
                                ? counted(open, "thing") + " to mend"
                                : remarks > 0
                                        ? "nothing that must be mended; " + counted(remarks, "remark")
                                        : "nothing to mend");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static List<Line> lines(Content content) {
        List<Line> lines = new ArrayList<>();
        for (Objective objective : content.objectives()) {
            long indicators = objective.activities().stream()
                    .mapToLong(activity -> activity.indicators().size())
                    .sum();
            lines.add(new Line("" + (lines.size() + 1), objective.name(), objective.weight(), indicators));
        }
        return lines;
    }

    /** The last day that counts, in Dhaka. */
    private static String dueOn(OpenTask task) {
        if (!(task.variables().get(DraftingProcess.DRAFT_DUE_AT.name()) instanceof Date due)) {
            throw new IllegalStateException("The draft has no due date");
        }
        LocalDate day = due.toInstant().atZone(FiscalYear.DHAKA).toLocalDate().minusDays(1);
        return DAY.format(day);
    }

    /** A remark is shown as it was typed, not as markup. */
    private static String plain(String typed) {
        return typed.replaceAll("([\\\\`*_\\[\\]<>#{}])", "\\\\$1");
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
