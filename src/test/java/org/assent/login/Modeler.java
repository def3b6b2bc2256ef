package org.assent.login;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngines;

/** What Camunda Modeler sends when somebody presses Deploy. */
final class Modeler {

    private static final String BOUNDARY = "----modeler";

    private Modeler() {}

    static HttpResponse<String> deploy(int port, String credentials) {
        String model = read(Path.of("processes/nomination/nomination.bpmn"));
        String body = field("deployment-name", "login-test") + field("deployment-source", "Camunda Modeler")
                + field("deploy-changed-only", "true") + field("enable-duplicate-filtering", "true")
                + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"nomination.bpmn\"; filename=\"nomination.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + model + "\r\n--" + BOUNDARY + "--\r\n";
        WebSession program = new WebSession(port);
        var answer = program.send(program.request("/engine-rest/deployment/create")
                .header("Authorization", credentials)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
        var repository = ProcessEngines.getDefaultProcessEngine().getRepositoryService();
        repository
                .createDeploymentQuery()
                .deploymentName("login-test")
                .list()
                .forEach(made -> repository.deleteDeployment(made.getId(), true));
        return answer;
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
