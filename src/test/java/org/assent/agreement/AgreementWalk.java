package org.assent.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assent.drafting.Content;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.DraftDesk;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.SampleContents;
import org.assent.engine.Caller;
import org.assent.engine.Drawings;
import org.assent.organisation.OrganisationRegister;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Walks agreements as their officials do: by the forms as they open, filled in and sent. */
@Component
class AgreementWalk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService users;
    private final RepositoryService models;
    private final ManagementService jobs;
    private final DraftDesk drafts;
    private final SampleContents samples;
    private final DocumentRegister documents;
    private final OrganisationRegister offices;
    private final AgreementDesk desk;

    AgreementWalk(
            FormService forms,
            TaskService tasks,
            IdentityService users,
            RepositoryService models,
            ManagementService jobs,
            DraftDesk drafts,
            SampleContents samples,
            DocumentRegister documents,
            OrganisationRegister offices,
            AgreementDesk desk) {
        this.forms = forms;
        this.tasks = tasks;
        this.users = users;
        this.models = models;
        this.jobs = jobs;
        this.drafts = drafts;
        this.samples = samples;
        this.documents = documents;
        this.offices = offices;
        this.desk = desk;
    }

    void clock(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }

    ProcessInstance open(String user, String organisation, String fiscalYear) {
        return as(
                user,
                () -> forms.submitStartForm(
                        models.createProcessDefinitionQuery()
                                .processDefinitionKey("agreement")
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        Map.of("organisation", organisation, "fiscalYear", fiscalYear)));
    }

    /** The sample agreement typed in, declared ready and approved. */
    void draft(String organisation, String key) {
        String team = organisation + "-apa";
        Content sample = samples.sample("industries").orElseThrow();
        drafts.save(key, sample, drafts.open(key).revision(), team);
        submit(team, "draftAgreement", Map.of("draftStep", "READY"));
        submit(organisation + "-head", "approveDraft", Map.of("draftApproval", "APPROVE"));
    }

    void recommend() {
        submitRows(
                "cabinet-reviewer",
                "reviewDraft",
                "checklist",
                row -> row.put("verdict", "YES"),
                Map.of("budgetConfirmed", true, "opinion", "RECOMMEND"));
    }

    void review(String opinion, String remark) {
        submit("cabinet-reviewer", "reviewDraft", Map.of("opinion", opinion, "reviewRemark", remark));
    }

    void signAsHead(String organisation) {
        submit(organisation + "-head", "signAsHead", Map.of("signature", "SIGN"));
    }

    /** Drafted, recommended and signed by both. */
    void sign(String organisation, String key) {
        draft(organisation, key);
        recommend();
        signAsHead(organisation);
        countersign();
    }

    /** The office is told, and then the agreement goes on. */
    void countersign() {
        submit("cabinet-secretary", "countersign", Map.of("signature", "SIGN"));
        run("tellSigned");
    }

    /** Every indicator where its best level lies, with evidence. */
    void report(String organisation, String key, Task task) {
        Map<String, String> best = best(key);
        submitRows(
                organisation + "-apa",
                task,
                "figures",
                row -> {
                    row.put("figure", best.get(String.valueOf(row.get("reference"))));
                    row.put("evidence", "Report sent");
                },
                Map.of());
    }

    /** The fourth quarter's figures with evidence for the whole year. */
    void reportYear(String organisation, String key) {
        Map<String, String> best = best(key);
        submitRows(
                organisation + "-apa",
                "reportYear",
                "annualFigures",
                row -> {
                    row.put("fourthQuarter", best.get(String.valueOf(row.get("reference"))));
                    row.put("evidence", "Report with its date");
                },
                Map.of());
    }

    /** The evaluator's figures: every indicator where its best level lies. */
    void evaluate(String key) {
        Map<String, String> best = best(key);
        submitRows(
                "cabinet-reviewer",
                "evaluateFigures",
                "evaluatedFigures",
                row -> {
                    row.put("evaluatedFigure", best.get(String.valueOf(row.get("reference"))));
                    row.put("evidenceAccepted", "YES");
                    row.put("differenceReason", "Counted anew");
                },
                Map.of());
    }

    Map<String, String> best(String key) {
        Map<String, String> best = new HashMap<>();
        for (IndicatorFacts indicator : documents.inForce(key).orElseThrow().indicators()) {
            best.put(indicator.id(), indicator.ladder().levels().get(0).figure().toString());
        }
        return best;
    }

    void requestRevision(String user, String key, String reason) {
        as(user, () -> {
            desk.requestRevision(key, reason, Caller.now(users));
            return key;
        });
    }

    /** The form as it opens, with these fields filled in. */
    void submit(String user, String step, Map<String, Object> filled) {
        submit(user, task(step), filled);
    }

    void submit(String user, Task task, Map<String, Object> filled) {
        as(user, () -> {
            Map<String, Object> form = opened(task);
            form.putAll(filled);
            send(task, form);
            return user;
        });
    }

    void submitRows(
            String user, String step, String list, Consumer<Map<String, Object>> fill, Map<String, Object> more) {
        submitRows(user, task(step), list, fill, more);
    }

    void submitRows(String user, Task task, String list, Consumer<Map<String, Object>> fill, Map<String, Object> more) {
        as(user, () -> {
            Map<String, Object> form = opened(task);
            @SuppressWarnings("unchecked")
            var rows = (List<Map<String, Object>>) form.get(list);
            rows.forEach(fill);
            form.put(list, rows);
            form.putAll(more);
            send(task, form);
            return user;
        });
    }

    private void send(Task task, Map<String, Object> form) {
        form.replaceAll((key, value) -> value instanceof List ? json(value) : value);
        forms.submitTaskForm(task.getId(), form);
    }

    private static Object json(Object rows) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(rows)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, Object> opened(Task task) {
        String process = task.getProcessDefinitionId().split(":", 2)[0];
        List<String> keys = Drawings.submitted(Drawings.form(process, task.getTaskDefinitionKey()));
        Map<String, Object> form = new HashMap<>(forms.getTaskFormVariables(task.getId()));
        form.keySet().retainAll(keys);
        form.values().removeIf(Objects::isNull);
        form.replaceAll((key, value) -> value instanceof SpinJsonNode ? rows(value) : value);
        return form;
    }

    private static List<Map<String, Object>> rows(Object list) {
        try {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Object row : JSON.readValue(list.toString(), List.class)) {
                rows.add(new LinkedHashMap<>(JSON.convertValue(row, Map.class)));
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Task task(String step) {
        return tasks.createTaskQuery().taskDefinitionKey(step).singleResult();
    }

    long open(String step) {
        return tasks.createTaskQuery().taskDefinitionKey(step).count();
    }

    void run(String step) {
        jobs.executeJob(jobs.createJobQuery().activityId(step).singleResult().getId());
    }

    /** Moves the clock to each due job before this moment, in order, and runs it. */
    void until(String instant) {
        Instant to = Instant.parse(instant);
        while (true) {
            List<Job> due = jobs.createJobQuery()
                    .duedateLowerThan(Date.from(to))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            List<Job> waiting = jobs.createJobQuery().messages().listPage(0, 1);
            if (!waiting.isEmpty()) {
                jobs.executeJob(waiting.get(0).getId());
            } else if (!due.isEmpty()) {
                ClockUtil.setCurrentTime(due.get(0).getDuedate());
                jobs.executeJob(due.get(0).getId());
            } else {
                ClockUtil.setCurrentTime(Date.from(to));
                return;
            }
        }
    }

    <T> T as(String user, Supplier<T> act) {
        users.setAuthentication(user, groups(user), tenants(user));
        try {
            return act.get();
        } finally {
            users.clearAuthentication();
        }
    }

    private static List<String> groups(String user) {
        if (user.endsWith("-apa")) {
            return List.of("apa-teams", user + "-team");
        }
        return user.endsWith("-head")
                ? List.of("office-heads", user + "s")
                : List.of(user.startsWith("cabinet-reviewer") ? "cabinet-reviewers" : user);
    }

    /** Whoever reads widely has every ministry's. */
    private List<String> tenants(String user) {
        String office = user.replaceFirst("-(apa|head)$", "");
        return offices.find(office).isPresent()
                ? List.of(offices.tenant(office))
                : offices.ministries().stream().map(ministry -> ministry.code()).toList();
    }
}
