package org.assent.review;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assent.drafting.Difference;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.engine.OfficialNames;
import org.assent.engine.TaskPrefill;
import org.assent.organisation.OrganisationRegister;
import org.assent.review.ReviewFacts.AnsweredQuestion;
import org.assent.review.ReviewFacts.OpinionFacts;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme.ChecklistItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the reviewers' forms show when they open. */
@Configuration(proxyBeanMethods = false)
class ReviewForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ReviewRegister register;
    private final DocumentRegister documents;
    private final OrganisationRegister organisations;
    private final Checklists checklists;
    private final OfficialNames names;

    ReviewForms(
            ReviewRegister register,
            DocumentRegister documents,
            OrganisationRegister organisations,
            Checklists checklists,
            OfficialNames names) {
        this.register = register;
        this.documents = documents;
        this.organisations = organisations;
        this.checklists = checklists;
        this.names = names;
    }

    @Bean
    TaskPrefill reviewDraftForm() {
        return form("reviewDraft", (review, version) -> {
            Map<String, Object> values = document(review, version);
            values.put("checklist", checklist(version, List.of()));
            values.put("budgetConfirmed", false);
            values.put("opinionChoices", choices(version, true));
            return values;
        });
    }

    @Bean
    TaskPrefill reviewDisputedForm() {
        return form("reviewDisputed", (review, version) -> {
            OpinionFacts first = review.opinions().get(0);
            Map<String, Object> values = document(review, version);
            values.put("firstReviewer", names.of(first.by()));
            values.put("firstRemark", first.remark());
            values.put("checklist", checklist(version, first.checklist()));
            values.put("budgetConfirmed", first.budgetConfirmed());
            values.put("opinionChoices", choices(version, false));
            return values;
        });
    }

    private Map<String, Object> document(ReviewFacts review, VersionFacts version) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "officeName",
                organisations.organisation(version.key().split("/", 2)[0]).name());
        values.put("fiscalYearName", version.fiscalYear().toString());
        values.put("versionNumber", version.number());
        values.put("submittedBy", names.of(version.submittedBy()));
        values.put("approvedBy", names.of(version.approvedBy()));
        values.put("submittedOn", day(version.submittedAt()));
        values.put("revisionReason", version.revision() ? version.reason() : "");
        values.put("overdue", overdue(review));
        values.put("changes", changes(version));
        values.put("comments", comments(version.key()));
        return values;
    }

    private static String overdue(ReviewFacts review) {
        // due to the last moment of a day, kept as the first one after it
        return review.overdueAt() == null
                ? ""
                : "This review was due on " + day(review.dueAt().minusMillis(1)) + " and has been reported as overdue.";
    }

    /** Of a revision against what is in force, else against the version that was returned. */
    private List<Difference> changes(VersionFacts version) {
        Optional<Integer> base = version.revision()
                ? documents.inForce(version.key()).map(VersionFacts::number)
                : Optional.of(version.number() - 1).filter(number -> number > 0);
        return base.map(number -> documents.differences(version.key(), number, version.number()))
                .orElse(List.of());
    }

    private List<Map<String, String>> comments(String key) {
        return register.comments(key).stream()
                .map(comment -> Map.of(
                        "number", comment.number(),
                        "text", comment.text(),
                        "by", names.of(comment.by()),
                        "answer",
                                String.join(
                                        " / ",
                                        comment.answers().stream()
                                                .map(AnswerFacts::text)
                                                .toList()),
                        "state", comment.resolved() ? "settled" : comment.answered() ? "answered" : "open"))
                .toList();
    }

    private List<Map<String, String>> checklist(VersionFacts version, List<AnsweredQuestion> before) {
        List<ChecklistItem> items = checklists.of(version);
        return Stream.iterate(0, line -> line + 1)
                .limit(items.size())
                .map(line -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("reference", "" + (line + 1));
                    row.put("question", items.get(line).question());
                    before.stream()
                            .filter(answer ->
                                    answer.item().equals(items.get(line).key()))
                            .forEach(answer -> {
                                row.put("note", answer.note());
                                if (answer.verdict() != null) {
                                    row.put("verdict", answer.verdict().name());
                                }
                            });
                    return row;
                })
                .toList();
    }

    private static List<Map<String, String>> choices(VersionFacts version, boolean first) {
        return Stream.of(Recommendation.values())
                .filter(choice -> choice != Recommendation.DISPUTE || first)
                .filter(choice -> choice != Recommendation.REFUSE || version.revision())
                .map(choice -> Map.of("label", choice.label(), "value", choice.name()))
                .toList();
    }

    private static String day(Instant instant) {
        return ZonedDateTime.ofInstant(instant, FiscalYear.DHAKA).format(DAY);
    }

    private interface Values {
        Map<String, Object> of(ReviewFacts review, VersionFacts version);
    }

    private TaskPrefill form(String task, Values values) {
        return TaskPrefill.of(task, open -> {
            String key = open.businessKey();
            return register.openReview(key)
                    .map(review -> values.of(review, documents.version(key, review.version())))
                    .orElse(Map.of());
        });
    }
}
