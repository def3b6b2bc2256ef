package org.assent.webapp;

import static org.assent.history.Table.cell;
import static org.assent.history.Table.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assent.announcement.ParticipantRegister;
import org.assent.certification.CertificateRegister;
import org.assent.drafting.DocumentRegister;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Operation;
import org.assent.engine.CaseHistory.Task;
import org.assent.engine.CaseLine;
import org.assent.engine.HistoryQueries;
import org.assent.engine.OfficialNames;
import org.assent.history.CaseTime;
import org.assent.history.Table;
import org.assent.history.Table.Cell;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.assent.signing.SigningRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What auditors ask of a case, answered before they read all of it: who decided on whom, were the dates kept, who acted
 * for whom, was anything changed by hand, and which documents came of it. A case that called others answers for them too.
 */
@Component
class AuditQuestions {

    private static final int MOST = 200;

    /** What officials do to their tasks every day, and what the engine notes when a case begins. */
    private static final Set<String> ORDINARY = Set.of(
            "Claim", "Complete", "Assign", "SetOwner", "Create", "CreateStandalone", "AddComment", "SetVariable");

    private final HistoryQueries cases;
    private final CaseHistories histories;
    private final CandidateFates candidates;
    private final ProjectRegister projects;
    private final NominationRegister nominations;
    private final ParticipantRegister participants;
    private final CertificateRegister certificates;
    private final DocumentRegister documents;
    private final SigningRegister signing;
    private final EconomyNames economies;
    private final OfficialNames names;

    AuditQuestions(
            HistoryQueries cases,
            CaseHistories histories,
            CandidateFates candidates,
            ProjectRegister projects,
            NominationRegister nominations,
            ParticipantRegister participants,
            CertificateRegister certificates,
            DocumentRegister documents,
            SigningRegister signing,
            EconomyNames economies,
            OfficialNames names) {
        this.cases = cases;
        this.histories = histories;
        this.candidates = candidates;
        this.projects = projects;
        this.nominations = nominations;
        this.participants = participants;
        this.certificates = certificates;
        this.documents = documents;
        this.signing = signing;
        this.economies = economies;
        this.names = names;
    }

    List<Table> of(CaseHistory history, Viewer viewer) {
        CaseLine line = history.line();
        boolean isRoot = line.root().equals(line.id());
        List<CaseHistory> family = isRoot ? histories.of(cases.family(line.root(), MOST)) : List.of(history);
        List<Table> answers = new ArrayList<>();
        boolean isProject = !CaseTime.isOfAgreements(line.process());
        String code = line.key().split("/", 2)[0];
        String economy = isProject && line.key().contains("/") ? line.key().split("/", 2)[1] : null;
        if (isProject && viewer.readsPeople()) {
            answers.add(candidates.of(code, economy));
        }
        answers.add(dates(line, family, isProject ? code : "", economy));
        answers.add(actedFor(family, CaseTime.of(line.process())));
        answers.add(changes(history, family));
        answers.add(isProject ? certificates(code, economy, viewer) : agreement(line.key()));
        return answers;
    }

    private Table dates(CaseLine line, List<CaseHistory> family, String code, @Nullable String economy) {
        CaseTime time = CaseTime.of(line.process());
        List<List<Cell>> rows = new ArrayList<>();
        projects.find(code).ifPresent(project -> {
            Map<String, String> houses = economies.all();
            rows.add(announcement(project));
            nominations.cases(code).stream()
                    .filter(one -> economy == null || one.economy().equals(economy))
                    .forEach(one -> rows.add(kept(
                            "Nomination of " + houses.get(one.economy()),
                            one.closingAt(),
                            time,
                            one.submittedAt(),
                            one.submittedAt() == null
                                    ? one.state().label()
                                    : one.submittedAt().isBefore(one.closingAt()) ? "in time" : "LATE")));
        });
        for (CaseHistory one : family) {
            one.tasks().stream()
                    .filter(task -> task.due() != null)
                    .forEach(task -> rows.add(kept(
                            task.name() + ", " + one.line().key(),
                            task.due(),
                            time,
                            task.end(),
                            task.end() == null ? "open" : task.isLate() ? "LATE" : "in time")));
        }
        return new Table(
                "dates",
                "Were the dates kept?",
                "",
                List.of("What", "Due before (" + time.town() + ")", "Done (" + time.town() + ")", "In time?"),
                rows);
    }

    private List<Cell> announcement(ProjectFacts project) {
        var announcement = participants.announcement(project.code());
        return Table.row(
                "Announcement of the selected names",
                CaseTime.TOKYO.moment(announcement
                        .dueOn()
                        .plusDays(1)
                        .atStartOfDay(CaseTime.TOKYO.zone())
                        .toInstant()),
                CaseTime.TOKYO.moment(announcement.announcedAt()),
                announcement.announcedAt() == null ? "not announced" : announcement.late() ? "LATE" : "in time");
    }

    private static List<Cell> kept(
            String what, @Nullable Instant due, CaseTime time, @Nullable Instant done, String how) {
        return Table.row(what, time.moment(due), time.moment(done), how);
    }

    private Table actedFor(List<CaseHistory> family, CaseTime time) {
        List<List<Cell>> rows = new ArrayList<>();
        for (CaseHistory one : family) {
            for (Task task : one.tasks()) {
                if (task.isActedFor()) {
                    rows.add(List.of(
                            cell(names.of(task.assignee()) + " (" + task.assignee() + ")"),
                            cell(names.of(task.owner()) + " (" + task.owner() + ")"),
                            cell(order(one, task)),
                            link(
                                    task.name() + ", " + one.line().key(),
                                    one.line().id()),
                            cell(task.end() == null ? "open" : time.moment(task.end()))));
                }
            }
        }
        return new Table(
                "acted",
                "Who acted for whom?",
                rows.isEmpty() ? "Nobody: each task was done by whoever it belonged to, in their own name." : "",
                List.of("Acted", "For", "By order", "Task", "Completed (" + time.town() + ")"),
                rows);
    }

    /** The deputation writes it into a comment at the task. */
    private static String order(CaseHistory history, Task task) {
        return history.remarks().stream()
                .filter(remark -> task.id().equals(remark.task()))
                .map(remark -> remark.text().replaceAll("^.*order no\\. ", ""))
                .reduce("", (first, last) -> last);
    }

    private Table changes(CaseHistory history, List<CaseHistory> family) {
        CaseLine line = history.line();
        CaseTime time = CaseTime.of(line.process());
        List<List<Cell>> rows = new ArrayList<>();
        for (CaseHistory one : family) {
            Instant end = one.line().end();
            one.operations().stream()
                    .filter(operation -> end != null && operation.at().isAfter(end.plusSeconds(1))
                            || !ORDINARY.contains(operation.what())
                            || operation.what().equals("SetVariable"))
                    .sorted(Comparator.comparing(Operation::at))
                    .forEach(operation -> rows.add(List.of(
                            cell(time.moment(operation.at())),
                            cell(operation.by().isEmpty() ? "the desk itself" : names.of(operation.by())),
                            cell(operation
                                            .what()
                                            .replaceAll("([a-z])([A-Z])", "$1 $2")
                                            .toLowerCase(Locale.ROOT) + ", " + operation.on()),
                            link(
                                    one.line().name() + " " + one.line().key(),
                                    one.line().id()),
                            cell(operation.property() + " " + operation.before() + " → " + operation.after()),
                            cell(end != null && operation.at().isAfter(end.plusSeconds(1)) ? "after its end" : ""))));
        }
        String note = rows.isEmpty()
                ? "Nothing: beside the officials' own work on their tasks, the log of operations holds no intervention"
                        + (line.end() == null ? "." : ", and nothing after the case had ended.")
                : "Interventions beside the officials' own work on their tasks.";
        return new Table(
                "changed",
                "Was anything changed by hand, or afterwards?",
                note + " Whether somebody changed the record itself, past the desk, is what Verify answers.",
                List.of("When (" + time.town() + ")", "Who", "Operation", "Case", "Change", "Afterwards?"),
                rows);
    }

    private Table certificates(String code, @Nullable String economy, Viewer viewer) {
        List<List<Cell>> rows = projects.find(code).isEmpty()
                ? List.of()
                : certificates.certificates(code).stream()
                        .filter(one -> economy == null || one.economy().equals(economy))
                        .map(one -> Table.row(
                                "Certificate " + one.serial(),
                                viewer.readsPeople() ? one.name() + " (" + one.reference() + ")" : one.reference(),
                                CaseTime.day(one.issuedOn()),
                                one.revoked() ? "revoked" : "valid",
                                one.sha256()))
                        .toList();
        return documents(rows);
    }

    private Table agreement(String key) {
        List<List<Cell>> rows = new ArrayList<>();
        documents
                .versions(key)
                .forEach(version -> rows.add(Table.row(
                        "Agreement, version " + version.number(),
                        "submitted by " + names.of(version.submittedBy()) + ", approved by "
                                + names.of(version.approvedBy()),
                        CaseTime.DHAKA.moment(version.submittedAt()),
                        version.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        version.sha256())));
        signing.signatures(key)
                .forEach(signature -> rows.add(Table.row(
                        (signature.signed() ? "Signature" : "Refusal") + " under version " + signature.version(),
                        signature.name() + ", " + signature.post(),
                        CaseTime.DHAKA.moment(signature.at()),
                        signature.reason(),
                        signature.sha256())));
        return documents(rows);
    }

    private static Table documents(List<List<Cell>> rows) {
        return new Table(
                "documents",
                "Documents and their hashes",
                "",
                List.of("Document", "Who", "When", "State", "SHA-256"),
                rows);
    }
}
