package org.assent.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assent.file.Upload;
import org.assent.mail.Attachment;
import org.assent.project.ImportAnswer;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What our script in Tasklist asks the server: under {@code /camunda/api/tasklist/plugin/assent}, logged in and guarded
 * against forged requests by Tasklist. It finds the bean that answers, and nothing more.
 */
// public: Tasklist's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID)
@Produces(MediaType.APPLICATION_JSON)
public class TasklistAnswers extends AbstractTasklistPluginRootResource {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public TasklistAnswers() {
        super(TasklistExtension.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        return Stream.of(
                        "plugin.js",
                        "plugin.css",
                        "desk.js",
                        "case.js",
                        "clock.js",
                        "bar.js",
                        "logout.js",
                        "deputies.js",
                        "agreement.js",
                        "agreement.css",
                        "conflict.js",
                        "excel.js",
                        "scheme.js",
                        "editor.js",
                        "document.js",
                        "grid.js",
                        "decimals.js",
                        "merge.js",
                        "saving.js",
                        "comments.js",
                        "versions.js",
                        "panels.js",
                        "reports.js",
                        "scores.js",
                        "reportcard.js",
                        "results.js",
                        "results.css")
                .map(file -> "app/" + file)
                .toList();
    }

    @GET
    @Path("{engine}/desk")
    public Map<String, Object> desk() {
        return bean(DeskPage.class).offers();
    }

    @GET
    @Path("{engine}/case/{task}")
    public Map<String, Object> caseOfTask(@PathParam("task") String task) {
        return bean(CasePage.class).ofTask(task);
    }

    @GET
    @Path("{engine}/projects")
    public List<Map<String, String>> projects() {
        return bean(CasePage.class).list();
    }

    @GET
    @Path("{engine}/projects/{code}")
    public Map<String, Object> project(@PathParam("code") String code) {
        return bean(CasePage.class).of(code);
    }

    @GET
    @Path("{engine}/projects/{code}/participants.xlsx")
    @Produces(EXCEL)
    public Response participants(@PathParam("code") String code) {
        return Files.give(
                "participants-" + code + ".xlsx", EXCEL, bean(CaseFiles.class).participantList(code));
    }

    @GET
    @Path("{engine}/projects/{code}/certificates/{serial}")
    @Produces("application/pdf")
    public Response certificate(@PathParam("code") String code, @PathParam("serial") String serial) {
        return Files.give(
                "certificate-" + serial + ".pdf",
                "application/pdf",
                bean(CaseFiles.class).certificate(code, serial));
    }

    @POST
    @Path("{engine}/projects/{code}/{action}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, String> act(
            @PathParam("code") String code, @PathParam("action") String action, Map<String, String> fields) {
        return bean(CaseActions.class).act(code, action, new Fields(fields));
    }

    @POST
    @Path("{engine}/projects/{code}/attendance/{session}")
    public Map<String, String> attendance(
            @PathParam("code") String code, @PathParam("session") int session, @Context HttpServletRequest request)
            throws IOException {
        return bean(CaseActions.class).report(code, session, Files.take(servletContext, request, Upload.ATTENDANCE));
    }

    @POST
    @Path("{engine}/notifications")
    public Response importNotification(@Context HttpServletRequest request) throws IOException {
        byte[] document = Files.take(servletContext, request, Upload.NOTIFICATION);
        return told(bean(ImportPage.class).take(document, request.getContentType()));
    }

    @POST
    @Path("{engine}/notifications/sample")
    public Response importSample() throws IOException {
        return told(bean(ImportPage.class).takeSample());
    }

    @GET
    @Path("{engine}/outbox")
    public List<Map<String, Object>> outbox() {
        return bean(OutboxPage.class).list();
    }

    @GET
    @Path("{engine}/outbox/{name}")
    public Map<String, Object> letter(@PathParam("name") String name) {
        return bean(OutboxPage.class).letter(name);
    }

    @GET
    @Path("{engine}/outbox/{name}/{attachment}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response attachment(@PathParam("name") String name, @PathParam("attachment") String attachment) {
        Attachment found = bean(OutboxPage.class).attachment(name, attachment);
        return Files.give(found.name(), MediaType.APPLICATION_OCTET_STREAM, found.content());
    }

    @GET
    @Path("{engine}/clock")
    public Map<String, String> clock() {
        return bean(ClockPage.class).reading();
    }

    @GET
    @Path("{engine}/clock/time")
    public Map<String, String> time() {
        return bean(ClockPage.class).time();
    }

    @POST
    @Path("{engine}/clock/next")
    public Map<String, Object> toNextTimer() {
        return bean(ClockPage.class).toNext();
    }

    @POST
    @Path("{engine}/clock/to")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> toDate(Map<String, String> fields) {
        Fields sent = new Fields(fields);
        return bean(ClockPage.class).to(sent.text("day"), sent.text("time"));
    }

    private static Response told(ImportAnswer answer) {
        return Response.status(answer.status()).entity(answer.body()).build();
    }

    private <T> T bean(Class<T> type) {
        WebApplicationContext application = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
        return application.getBean(type);
    }
}
