package org.assent.webapp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assent.agreement.AgreementDesk;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementState;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.DraftDesk;
import org.assent.drafting.VersionFacts;
import org.assent.engine.Refusal;
import org.assent.scheme.SchemeRegister;
import org.assent.webapp.AgreementFiles.File;
import org.assent.webapp.AgreementTasks.Mode;
import org.assent.webapp.AgreementTasks.Work;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Agreements as their viewer may see them: the list, the document as it stands, its versions. */
@Component
class AgreementPage {

    private final AgreementFiles files;
    private final AgreementTasks work;
    private final AgreementSheet sheet;
    private final AgreementComments comments;
    private final DraftDesk drafts;
    private final DocumentRegister documents;
    private final SchemeRegister schemes;
    private final TaskService tasks;
    private final CaseEngine engine;
    private final AgreementDesk desk;
    private final ObjectProvider<SampleDraft> sample;

    AgreementPage(
            AgreementFiles files,
            AgreementTasks work,
            AgreementSheet sheet,
            AgreementComments comments,
            DraftDesk drafts,
            DocumentRegister documents,
            SchemeRegister schemes,
            TaskService tasks,
            CaseEngine engine,
            AgreementDesk desk,
            ObjectProvider<SampleDraft> sample) {
        this.files = files;
        this.work = work;
        this.sheet = sheet;
        this.comments = comments;
        this.drafts = drafts;
        this.documents = documents;
        this.schemes = schemes;
        this.tasks = tasks;
        this.engine = engine;
        this.desk = desk;
        this.sample = sample;
    }

    List<Map<String, Object>> list() {
        return files.all().stream().map(this::line).toList();
    }

    /** The agreement that a task belongs to; the engine answers only for tasks the caller may read. */
    Map<String, Object> ofTask(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        String key = task == null ? null : engine.businessKey(task.getProcessInstanceId());
        if (key == null) {
            throw new Refusal("This task is not open any more, or it is not yours to see.");
        }
        Map<String, Object> shown = line(files.file(key));
        shown.put("task", task.getTaskDefinitionKey());
        return shown;
    }

    /** What the caller works on now: the draft, the version under review, or whichever of them counts. */
    Map<String, Object> open(String key, boolean read) {
        File file = files.file(key);
        Work mine = read ? new Work(Mode.READ, "") : work.of(key);
        Optional<VersionFacts> latest = documents.latest(key);
        boolean isDraft = mine.mode() == Mode.EDIT
                || latest.isEmpty()
                || mine.mode() == Mode.READ && work.isBeingDrafted(key) && isOfOffice(file);
        if (!isDraft) {
            return ofVersion(file, latest.orElseThrow(), mine);
        }
        Map<String, Object> shown = sheet.of(drafts.open(key));
        shown.put("what", documents.latest(key).isEmpty() ? "Draft" : "Draft of the next version");
        shown.put("excel", true);
        shown.put("sample", sample.getIfAvailable() != null);
        return completed(shown, file, mine);
    }

    List<Map<String, Object>> versions(String key) {
        files.file(key);
        return documents.versions(key).stream().map(sheet::line).toList();
    }

    Map<String, Object> version(String key, int number) {
        File file = files.file(key);
        Map<String, Object> shown = ofVersion(file, documents.version(key, number), new Work(Mode.READ, ""));
        shown.put("isVersion", true);
        return shown;
    }

    List<Map<String, Object>> differences(String key, int from, int to) {
        files.file(key);
        return documents.differences(key, from, to).stream()
                .map(one -> Map.<String, Object>of(
                        "key", one.key(),
                        "number", one.number(),
                        "label", one.label(),
                        "before", one.before(),
                        "after", one.after()))
                .toList();
    }

    /** The task of the new draft, where the caller may see it. */
    Map<String, String> revise(String key, Fields fields) {
        File file = files.file(key);
        String reason = fields.demand("reason", "Please say why the agreement has to be changed.");
        if (!work.caller().groups().contains(file.office().apaTeamGroup())) {
            throw new Refusal("A revision is requested by the APA team of the office.");
        }
        desk.requestRevision(key, reason, work.caller());
        Task draft = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("draftAgreement")
                .singleResult();
        return Map.of("task", draft == null ? "" : draft.getId());
    }

    private Map<String, Object> ofVersion(File file, VersionFacts version, Work mine) {
        AgreementFacts agreement = file.agreement();
        Map<String, Object> shown = sheet.of(
                version,
                schemes.scheme(version.schemeCode(), version.schemeVersion()).level(agreement.level()));
        shown.put("what", named(version));
        shown.put("number", version.number());
        shown.put("excel", false);
        shown.put("sample", false);
        return completed(shown, file, mine);
    }

    private Map<String, Object> completed(Map<String, Object> shown, File file, Work mine) {
        String user = work.caller().user();
        shown.put("key", file.agreement().key());
        shown.put("title", file.office().name());
        shown.put("mode", mine.mode().name().toLowerCase(Locale.ROOT));
        shown.put("modeText", mine.text());
        shown.put("me", Map.of("id", user == null ? "" : user));
        shown.put(
                "cascaded",
                file.agreement().level().isBelowMinistry() && file.office().parent() != null);
        shown.put("comments", comments.of(file.agreement().key()));
        return shown;
    }

    private Map<String, Object> line(File file) {
        AgreementFacts agreement = file.agreement();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("key", agreement.key());
        line.put("title", file.office().name());
        line.put("fiscalYear", agreement.fiscalYear().toString());
        line.put("level", agreement.level().label());
        line.put("state", agreement.state().label());
        line.put(
                "version",
                documents.latest(agreement.key()).map(AgreementPage::named).orElse("Draft"));
        line.put("signed", agreement.state().isSigned());
        line.put(
                "revisable",
                agreement.state() == AgreementState.IN_FORCE
                        && work.caller().groups().contains(file.office().apaTeamGroup()));
        return line;
    }

    private static String named(VersionFacts version) {
        return "Version " + version.number() + ", " + version.state().label().toLowerCase(Locale.ROOT);
    }

    /** Whose draft it is sees it as it grows; others wait for what is submitted. */
    private boolean isOfOffice(File file) {
        return work.caller().groups().contains(file.office().apaTeamGroup())
                || work.caller().groups().contains(file.office().headGroup());
    }
}
