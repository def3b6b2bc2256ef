package org.assent.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.Drawings;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What the tests of access are tried on: one person of each role, a task of each kind, and with Nepal's nomination
 * everything that can hang on a case. Taken down when it is closed.
 */
final class Trial implements AutoCloseable {

    static final String PASSWORD = "Quite-long-and-dull-0";
    static final String COMMENT = "A comment of Nepal";
    static final String ATTACHMENT = "An attachment of Nepal";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)[^}]*}");

    /** Role as the tables name it, with its groups and its economy or ministry. */
    record Role(String name, List<String> groups, String tenant) {

        String user() {
            return "trial-" + name;
        }

        boolean isAnonymous() {
            return name.equals("anonymous");
        }
    }

    static final List<Role> ROLES = List.of(
            new Role("programme-officers", List.of("programme-officers"), ""),
            new Role("secretary-general", List.of("secretary-general"), ""),
            new Role("accounts", List.of("accounts"), ""),
            new Role("npo-liaison", List.of("npo-liaison"), "NP"),
            new Role("npo-heads", List.of("npo-heads"), "NP"),
            new Role("host", List.of("host"), "LK"),
            new Role("another-npo", List.of("npo-liaison", "npo-heads", "host"), "BD"),
            new Role("apa-teams", List.of("apa-teams", "industries-apa-team"), "industries"),
            new Role("office-heads", List.of("office-heads", "industries-heads"), "industries"),
            new Role(
                    "another-office",
                    List.of("apa-teams", "office-heads", "commerce-apa-team", "commerce-heads"),
                    "commerce"),
            // in every group that a deputy is lent, and deputy of nobody
            new Role(
                    "deputies",
                    List.of(
                            "acting-project",
                            "acting-nomination",
                            "acting-screening",
                            "acting-announcement",
                            "acting-attendance",
                            "acting-certification",
                            "acting-assignment",
                            "acting-drafting",
                            "acting-review",
                            "acting-signing",
                            "acting-monitoring",
                            "acting-evaluation"),
                    ""),
            new Role("cabinet-reviewers", List.of("cabinet-reviewers"), ""),
            new Role("cabinet-secretary", List.of("cabinet-secretary"), ""),
            new Role("technical-committee", List.of("technical-committee"), ""),
            new Role("national-committee", List.of("national-committee"), ""),
            new Role("auditors", List.of("auditors"), ""),
            new Role("process-owners", List.of("process-owners"), ""),
            new Role("account-administrators", List.of("account-administrators"), ""),
            new Role("camunda-admin", List.of("camunda-admin"), ""),
            new Role("nobody", List.of(), ""),
            new Role("anonymous", List.of(), ""));

    private final ProcessEngine engine;
    private final List<String> started = new ArrayList<>();
    private final List<String> batches = new ArrayList<>();

    /** What stands for a variable of an address: by the address up to it, the longest that fits. */
    private final Map<String, String> known = new LinkedHashMap<>();

    Trial(ProcessEngine engine) {
        this.engine = engine;
        engine.getIdentityService().clearAuthentication();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-06-01T00:00:00Z")));
        people();
    }

    static Role role(String name) {
        return ROLES.stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void people() {
        var identity = engine.getIdentityService();
        for (Role role : ROLES) {
            if (role.isAnonymous()) {
                continue;
            }
            var user = identity.newUser(role.user());
            user.setFirstName("Trial");
            user.setLastName(role.name());
            user.setEmail(role.user() + "@example.org");
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            role.groups().forEach(group -> identity.createMembership(role.user(), group));
            if (!role.tenant().isEmpty()) {
                identity.createTenantUserMembership(role.tenant(), role.user());
            }
        }
    }

    /** Nepal's nomination with a comment, an attachment, an incident, a claimed task and a batch; and a draft of Industries. */
    void cases(ProjectFixture projects) {
        String code = projects.issuedAnew();
        Task task = task("nomination", "enterCandidates", code + "/NP");
        String instance = task.getProcessInstanceId();
        engine.getTaskService().setAssignee(task.getId(), role("npo-liaison").user());
        known.put("{assigned}", task.getId());
        var comment = engine.getTaskService().createComment(task.getId(), instance, COMMENT);
        var attachment = engine.getTaskService()
                .createAttachment("text", task.getId(), instance, ATTACHMENT, "of Nepal", "https://example.org/nepal");
        String execution = task.getExecutionId();
        String incident = engine.getRuntimeService()
                .createIncident("trial", execution, "of Nepal")
                .getId();
        String job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getId();
        known.put("/task/{id}/comment/{commentId}", comment.getId());
        known.put("/process-instance/{id}/comment/{commentId}", comment.getId());
        known.put("/task/{id}/attachment/{attachmentId}", attachment.getId());
        known.put("/task/{id}", task.getId());
        known.put("/process-instance/{id}", instance);
        known.put("/history/process-instance/{id}", instance);
        known.put("/execution/{id}", execution);
        known.put("/execution/{id}/messageSubscriptions/{messageName}", "nomination.withdrawn");
        known.put("/job/{id}", job);
        known.put(
                "/job-definition/{id}",
                engine.getManagementService()
                        .createJobDefinitionQuery()
                        .processDefinitionKey("nomination")
                        .list()
                        .get(0)
                        .getId());
        known.put("/incident/{id}", incident);
        var variable = engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName("projectCode")
                .singleResult();
        known.put("/variable-instance/{id}", variable.getId());
        known.put("/history/variable-instance/{id}", variable.getId());
        var history = engine.getHistoryService();
        known.put(
                "/history/activity-instance/{id}",
                history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId());
        known.put(
                "/history/job-log/{id}",
                history.createHistoricJobLogQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId());
        history.createHistoricDetailQuery().processInstanceId(instance).list().stream()
                .findFirst()
                .ifPresent(detail -> known.put("/history/detail/{id}", detail.getId()));
        known.put("{task}", task.getId());
        known.put("{job}", job);
        known.put("{case}", instance);
        known.put("{code}", code);
        Task draft = task("drafting", "draftAgreement", "industries/2023-24");
        known.put("{draft}", draft.getId());
        models();
    }

    /** A real agreement of the Ministry of Industries, whose team has claimed its draft. */
    void agreement() {
        EngineUsers.actAs(engine.getIdentityService(), role("cabinet-reviewers").user());
        ProcessInstance agreement = engine.getFormService()
                .submitStartForm(
                        engine.getRepositoryService()
                                .createProcessDefinitionQuery()
                                .processDefinitionKey("agreement")
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        Map.of("organisation", "industries", "fiscalYear", "2022-23"));
        engine.getIdentityService().clearAuthentication();
        started.add(agreement.getId());
        Task draft = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey("industries/2022-23")
                .taskDefinitionKey("draftAgreement")
                .singleResult();
        engine.getTaskService().setAssignee(draft.getId(), role("apa-teams").user());
        known.put("{draft}", draft.getId());
    }

    void knows(String name, String value) {
        known.put(name, value);
    }

    /** Many cases at once: its jobs belong to none of them. */
    void batch() {
        Batch batch = engine.getRuntimeService()
                .setVariablesAsync(List.of(known.getOrDefault("{case}", "")), Map.of("fromBatch", "of Nepal"));
        batches.add(batch.getId());
        known.put("{batch}", batch.getId());
        known.put(
                "{housekeeping}",
                engine.getManagementService()
                        .createJobQuery()
                        .jobDefinitionId(batch.getSeedJobDefinitionId())
                        .singleResult()
                        .getId());
        known.put("{kind}", batch.getSeedJobDefinitionId());
        known.put("/batch/{id}", batch.getId());
        known.put("/history/batch/{id}", batch.getId());
    }

    /** Ids of what is there without a case. */
    private void models() {
        var repository = engine.getRepositoryService();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("nomination")
                .latestVersion()
                .singleResult();
        var decision = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("eligibility")
                .latestVersion()
                .singleResult();
        known.put("/process-definition/key/{key}", "nomination");
        known.put("/process-definition/{id}", definition.getId());
        known.put("/history/process-definition/{id}", definition.getId());
        known.put("/decision-definition/key/{key}", "eligibility");
        known.put("/decision-definition/{id}", decision.getId());
        known.put("/deployment/{id}", definition.getDeploymentId());
        known.put(
                "/deployment/{id}/resources/{resourceId}",
                repository
                        .getDeploymentResources(definition.getDeploymentId())
                        .get(0)
                        .getId());
        known.put(
                "/filter/{id}",
                engine.getFilterService().createFilterQuery().list().get(0).getId());
        known.put("/user/{id}", role("npo-liaison").user());
        known.put("/group/{id}", "npo-liaison");
        known.put("/group/{id}/members/{userId}", role("nobody").user());
        known.put("/tenant/{id}", "NP");
        known.put("/tenant/{id}/user-members/{userId}", role("nobody").user());
        known.put("/tenant/{id}/group-members/{groupId}", "apa-teams");
        known.put(
                "/authorization/{id}",
                engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn("npo-liaison")
                        .list()
                        .get(0)
                        .getId());
        known.put("/metrics/{name}", "activity-instance-start");
        known.put("{definition}", definition.getId());
        known.put("{deployment}", definition.getDeploymentId());
    }

    /** The address with ids of Nepal's case, or of what there is besides; a name where none is meant. */
    String concrete(String address) {
        StringBuilder path = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        for (String part : address.substring(1).split("/")) {
            pattern.append('/').append(part);
            path.append('/').append(part.startsWith("{") ? standingFor(pattern.toString(), part) : part);
        }
        return path.toString();
    }

    private String standingFor(String pattern, String variable) {
        String value = known.get(pattern);
        if (value == null) {
            value = known.get(variable);
        }
        return value != null
                ? value
                : switch (variable) {
                    case "{varId}" -> "projectCode";
                    case "{tenantId}", "{tenant-id}" -> "NP";
                    default -> "nothing-of-this-name";
                };
    }

    /** A body in which the names in braces stand for ids. */
    String filled(String body) {
        String filled = body;
        for (Map.Entry<String, String> one : known.entrySet()) {
            if (one.getKey().startsWith("{")) {
                filled = filled.replace(one.getKey(), one.getValue());
            }
        }
        return filled;
    }

    List<String> ids() {
        return List.copyOf(new java.util.TreeSet<>(known.entrySet().stream()
                .filter(entry -> entry.getKey()
                        .matches("/(task|process-instance|execution|job|incident|batch|variable-instance)/\\{id}"))
                .map(Map.Entry::getValue)
                .toList()));
    }

    /** A task of this kind, waiting as if the case had come this far. */
    Task task(String process, String key, String businessKey) {
        Map<String, Object> variables = variables(process);
        variables.put("projectCode", businessKey.split("/", 2)[0]);
        variables.put("agreementKey", businessKey);
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(businessKey)
                .setVariables(variables)
                .startBeforeActivity(key)
                .execute();
        started.add(instance.getId());
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .list()
                .get(0);
    }

    /** Whatever the model's expressions may read: dates far away, groups of the Ministry of Industries, a second person. */
    private static Map<String, Object> variables(String process) {
        Map<String, Object> variables = new TreeMap<>();
        Drawings.models().stream()
                .filter(model -> Drawings.nameOf(model).equals(process))
                .forEach(model -> {
                    String xml = org.camunda.bpm.model.bpmn.Bpmn.convertToString(Drawings.read(model));
                    Matcher names = VARIABLE.matcher(xml);
                    while (names.find()) {
                        String name = names.group(1);
                        if (!name.endsWith("Delegate")) {
                            variables.put(name, value(name));
                        }
                    }
                });
        switch (process) {
            case "nomination" -> variables.put("economy", "NP");
            case "attendance", "assignment" -> variables.put("economy", "LK");
            case "agreement", "drafting", "review", "signing", "monitoring", "evaluation" ->
                variables.put("organisation", "industries");
            default -> variables.remove("economy");
        }
        return variables;
    }

    private static Object value(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith("at") || name.endsWith("Until")) {
            return "2099-01-01T00:00:00Z";
        }
        return switch (name) {
            case "apaTeam" -> "industries-apa-team";
            case "officeHead" -> "industries-heads";
            case "reviewers" -> "cabinet-reviewers";
            case "counterSignatory" -> "cabinet-secretary";
            case "secondReviewers" -> List.of("trial-cabinet-reviewers");
            case "approvers" -> List.of("trial-programme-officers");
            default -> "x";
        };
    }

    static List<String> tasksOf(String process) {
        return Drawings.models().stream()
                .filter(model -> Drawings.nameOf(model).equals(process))
                .flatMap(model -> Drawings.read(model).getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .toList();
    }

    @Override
    public void close() {
        engine.getIdentityService().clearAuthentication();
        engine.getFilterService()
                .createFilterQuery()
                .filterName("Tried")
                .list()
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
        batches.forEach(batch -> engine.getManagementService().deleteBatch(batch, false));
        for (String instance : started) {
            engine.getRuntimeService().deleteProcessInstanceIfExists(instance, "tried", true, true, true, false);
        }
        ROLES.forEach(role -> engine.getIdentityService().deleteUser(role.user()));
        ClockUtil.reset();
    }
}
