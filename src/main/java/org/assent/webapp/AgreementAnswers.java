package org.assent.webapp;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assent.file.Upload;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What the pages of agreements ask the server: under {@code /camunda/api/tasklist/plugin/assent/…/agreements}, logged
 * in and guarded against forged requests by Tasklist. It finds the bean that answers, and nothing more.
 */
// public: Tasklist's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID + "/{engine}/agreements")
@Produces(MediaType.APPLICATION_JSON)
public class AgreementAnswers {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ServletContext servletContext;

    public AgreementAnswers(@Context ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    @GET
    public List<Map<String, Object>> list() {
        return bean(AgreementPage.class).list();
    }

    @GET
    @Path("task/{task}")
    public Map<String, Object> ofTask(@PathParam("task") String task) {
        return bean(AgreementPage.class).ofTask(task);
    }

    @GET
    @Path("{organisation}/{year}/draft")
    public Map<String, Object> open(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @QueryParam("read") boolean read) {
        return bean(AgreementPage.class).open(organisation + "/" + year, read);
    }

    @PUT
    @Path("{organisation}/{year}/draft")
    public Response save(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @Context HttpServletRequest request)
            throws IOException {
        return bean(AgreementDrafts.class).save(organisation + "/" + year, body(request, Upload.DRAFT));
    }

    @POST
    @Path("{organisation}/{year}/draft/check")
    public Map<String, Object> check(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @Context HttpServletRequest request)
            throws IOException {
        return bean(AgreementDrafts.class).check(organisation + "/" + year, body(request, Upload.DRAFT));
    }

    @GET
    @Path("{organisation}/{year}/draft/sample")
    public Map<String, Object> sample(@PathParam("organisation") String organisation, @PathParam("year") String year) {
        return bean(AgreementDrafts.class).sample(organisation + "/" + year);
    }

    @GET
    @Path("{organisation}/{year}/draft.xlsx")
    @Produces(EXCEL)
    public Response excel(@PathParam("organisation") String organisation, @PathParam("year") String year) {
        return Files.give(
                "agreement-" + organisation + "-" + year + ".xlsx",
                EXCEL,
                bean(AgreementDrafts.class).excel(organisation + "/" + year));
    }

    @POST
    @Path("{organisation}/{year}/draft/xlsx")
    public Map<String, Object> excel(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @Context HttpServletRequest request)
            throws IOException {
        return bean(AgreementDrafts.class).readExcel(organisation + "/" + year, body(request, Upload.WORKBOOK));
    }

    @GET
    @Path("{organisation}/{year}/versions")
    public List<Map<String, Object>> versions(
            @PathParam("organisation") String organisation, @PathParam("year") String year) {
        return bean(AgreementPage.class).versions(organisation + "/" + year);
    }

    @GET
    @Path("{organisation}/{year}/versions/{number: [0-9]{1,4}}")
    public Map<String, Object> version(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") int number) {
        return bean(AgreementPage.class).version(organisation + "/" + year, number);
    }

    @GET
    @Path("{organisation}/{year}/versions/{number: [0-9]{1,4}}/agreement.pdf")
    @Produces("application/pdf")
    public Response paper(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") int number) {
        return Files.give(
                "agreement-" + organisation + "-" + year + "-version-" + number + ".pdf",
                "application/pdf",
                bean(AgreementPaper.class).print(organisation + "/" + year, number));
    }

    @GET
    @Path("{organisation}/{year}/differences")
    public List<Map<String, Object>> differences(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @QueryParam("from") int from,
            @QueryParam("to") int to) {
        return bean(AgreementPage.class).differences(organisation + "/" + year, from, to);
    }

    @POST
    @Path("{organisation}/{year}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> comment(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            Map<String, String> fields) {
        return bean(AgreementComments.class).comment(organisation + "/" + year, new Fields(fields));
    }

    @POST
    @Path("{organisation}/{year}/comments/{id: [0-9]{1,18}}/{act: answer|resolve}")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> comment(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("id") long id,
            @PathParam("act") String act,
            Map<String, String> fields) {
        String key = organisation + "/" + year;
        return act.equals("answer")
                ? bean(AgreementComments.class).answer(key, id, new Fields(fields))
                : bean(AgreementComments.class).resolve(key, id);
    }

    @POST
    @Path("{organisation}/{year}/revision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, String> revise(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            Map<String, String> fields) {
        return bean(AgreementPage.class).revise(organisation + "/" + year, new Fields(fields));
    }

    private byte[] body(HttpServletRequest request, Upload upload) throws IOException {
        return Files.take(servletContext, request, upload);
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(type);
    }
}
