package org.assent.access;

import java.util.Map;
import java.util.Map.Entry;
import org.assent.access.EngineAddresses.Address;

/** For addresses that change something, a body that would succeed if the caller were let; names in braces stand for ids. */
final class EngineBodies {

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/claim", "{\"userId\":\"trial-auditors\"}"),
            Map.entry("/assignee", "{\"userId\":\"trial-auditors\"}"),
            Map.entry("/delegate", "{\"userId\":\"trial-auditors\"}"),
            Map.entry("/comment/create", "{\"message\":\"Tried\"}"),
            Map.entry("/complete", "{\"variables\":{}}"),
            Map.entry("/resolve", "{\"variables\":{}}"),
            Map.entry("/submit-form", "{\"variables\":{}}"),
            Map.entry("/bpmnError", "{\"errorCode\":\"tried\"}"),
            Map.entry("/bpmnEscalation", "{\"escalationCode\":\"tried\"}"),
            Map.entry("/identity-links", "{\"userId\":\"trial-auditors\",\"type\":\"candidate\"}"),
            Map.entry("/identity-links/delete", "{\"groupId\":\"npo-liaison\",\"type\":\"candidate\"}"),
            Map.entry("Variables/{varId}", "{\"value\":\"tried\",\"type\":\"String\"}"),
            Map.entry("/variables/{varId}", "{\"value\":\"tried\",\"type\":\"String\"}"),
            Map.entry("ariables", "{\"modifications\":{\"tried\":{\"value\":\"x\"}}}"),
            Map.entry("/task/create", "{\"id\":\"tried\",\"name\":\"Tried\"}"),
            Map.entry("/task/{id}", "{\"name\":\"Tried\",\"assignee\":\"trial-auditors\"}"),
            Map.entry("/suspended", "{\"suspended\":true}"),
            Map.entry(
                    "/modification",
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"enterCandidates\"}]}"),
            Map.entry(
                    "/modification-async",
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"enterCandidates\"}]}"),
            Map.entry(
                    "/start",
                    "{\"variables\":{\"economy\":{\"value\":\"NP\"},\"projectCode\":{\"value\":\"{code}\"}}}"),
            Map.entry(
                    "/restart",
                    "{\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"enterCandidates\"}]}"),
            Map.entry(
                    "/restart-async",
                    "{\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"enterCandidates\"}]}"),
            Map.entry("/history-time-to-live", "{\"historyTimeToLive\":1}"),
            Map.entry("/evaluate", "{\"variables\":{}}"),
            Map.entry("/process-instance/delete", "{\"processInstanceIds\":[\"{case}\"],\"deleteReason\":\"tried\"}"),
            Map.entry(
                    "/history/process-instance/delete",
                    "{\"historicProcessInstanceIds\":[\"{case}\"],\"deleteReason\":\"tried\"}"),
            Map.entry(
                    "/history/process-instance/set-removal-time",
                    "{\"historicProcessInstanceIds\":[\"{case}\"],\"clearedRemovalTime\":true}"),
            Map.entry(
                    "/delete-historic-query-based", "{\"historicProcessInstanceQuery\":{},\"deleteReason\":\"tried\"}"),
            Map.entry("/process-instance/suspended", "{\"processInstanceIds\":[\"{case}\"],\"suspended\":true}"),
            Map.entry("/suspended-async", "{\"processInstanceIds\":[\"{case}\"],\"suspended\":true}"),
            Map.entry(
                    "/variables-async",
                    "{\"processInstanceIds\":[\"{case}\"],\"variables\":{\"tried\":{\"value\":\"x\"}}}"),
            Map.entry(
                    "/message-async", "{\"processInstanceIds\":[\"{case}\"],\"messageName\":\"nomination.reopened\"}"),
            Map.entry("/process-instance/job-retries", "{\"processInstances\":[\"{case}\"],\"retries\":7}"),
            Map.entry("/job-retries-historic-query-based", "{\"processInstances\":[\"{case}\"],\"retries\":7}"),
            Map.entry("/message", "{\"messageName\":\"nomination.reopened\",\"all\":true}"),
            Map.entry("/signal", "{\"name\":\"tried\"}"),
            Map.entry("/condition", "{\"variables\":{\"tried\":{\"value\":true}}}"),
            Map.entry("/retries", "{\"retries\":7}"),
            Map.entry("/duedate", "{\"duedate\":\"2030-01-01T00:00:00.000+0000\"}"),
            Map.entry("/priority", "{\"priority\":7}"),
            Map.entry("/jobPriority", "{\"priority\":7}"),
            Map.entry("/job/suspended", "{\"processDefinitionKey\":\"nomination\",\"suspended\":true}"),
            Map.entry("/job-definition/suspended", "{\"processDefinitionKey\":\"nomination\",\"suspended\":true}"),
            Map.entry("/process-definition/suspended", "{\"processDefinitionKey\":\"nomination\",\"suspended\":true}"),
            Map.entry("/annotation", "{\"annotation\":\"tried\"}"),
            Map.entry("/create-incident", "{\"incidentType\":\"tried\",\"configuration\":\"tried\"}"),
            Map.entry(
                    "/authorization/create",
                    "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"trial-auditors\",\"resourceType\":8,\"resourceId\":\"*\"}"),
            Map.entry(
                    "/authorization/{id}",
                    "{\"permissions\":[\"ALL\"],\"groupId\":\"npo-liaison\",\"resourceType\":6,\"resourceId\":\"*\"}"),
            Map.entry("/filter/create", "{\"resourceType\":\"Task\",\"name\":\"Tried\",\"query\":{}}"),
            Map.entry("/filter/{id}", "{\"resourceType\":\"Task\",\"name\":\"Tried\",\"query\":{}}"),
            Map.entry(
                    "/user/create",
                    "{\"profile\":{\"id\":\"tried\",\"firstName\":\"Tried\",\"lastName\":\"Out\"},\"credentials\":{\"password\":\"Quite-long-and-dull-9\"}}"),
            Map.entry(
                    "/credentials",
                    "{\"password\":\"Quite-long-and-dull-9\",\"authenticatedUserPassword\":\"Quite-long-and-dull-0\"}"),
            Map.entry("/profile", "{\"id\":\"trial-npo-liaison\",\"firstName\":\"Tried\",\"lastName\":\"Out\"}"),
            Map.entry("/group/create", "{\"id\":\"tried\",\"name\":\"Tried\"}"),
            Map.entry("/group/{id}", "{\"id\":\"npo-liaison\",\"name\":\"Tried\"}"),
            Map.entry("/tenant/create", "{\"id\":\"tried\",\"name\":\"Tried\"}"),
            Map.entry("/tenant/{id}", "{\"id\":\"NP\",\"name\":\"Tried\"}"),
            Map.entry(
                    "/migration/generate",
                    "{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\"}"),
            Map.entry(
                    "/migration/execute",
                    "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[]},\"processInstanceIds\":[\"{case}\"]}"),
            Map.entry(
                    "/migration/executeAsync",
                    "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[]},\"processInstanceIds\":[\"{case}\"]}"),
            Map.entry(
                    "/modification/execute",
                    "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"enterCandidates\"}]}"),
            Map.entry(
                    "/modification/executeAsync",
                    "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"enterCandidates\"}]}"),
            Map.entry("/telemetry/configuration", "{\"enableTelemetry\":true}"),
            Map.entry(
                    "/fetchAndLock",
                    "{\"workerId\":\"tried\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"tried\",\"lockDuration\":1000}]}"),
            Map.entry("/password-policy", "{\"password\":\"x\"}"),
            Map.entry("/identity/verify", "{\"username\":\"trial-npo-liaison\",\"password\":\"wrong\"}"));

    private EngineBodies() {}

    /** That of the longest ending that fits. */
    static String of(Address address) {
        return BODIES.entrySet().stream()
                .filter(entry -> address.path().endsWith(entry.getKey()))
                .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Entry::getValue)
                .orElse("{}");
    }
}
