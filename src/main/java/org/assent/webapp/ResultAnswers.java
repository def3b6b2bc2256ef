package org.assent.webapp;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What the pages of results ask the server: under {@code /camunda/api/tasklist/plugin/assent/…/results}, logged in by
 * Tasklist. It finds the bean that answers, and nothing more.
 */
// public: Tasklist's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID + "/{engine}/results")
@Produces(MediaType.APPLICATION_JSON)
public class ResultAnswers {

    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv;charset=UTF-8";

    private final ServletContext servletContext;

    public ResultAnswers(@Context ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    @GET
    public List<Map<String, Object>> published() {
        return page().published();
    }

    @GET
    @Path("list/{year}/{level}")
    public Map<String, Object> list(@PathParam("year") String year, @PathParam("level") String level) {
        return page().list(year, level);
    }

    @GET
    @Path("list/{year}/{level}/list.pdf")
    @Produces(PDF)
    public Response printed(@PathParam("year") String year, @PathParam("level") String level) {
        return Files.give(
                "results-" + year + "-" + level.toLowerCase(Locale.ROOT) + ".pdf", PDF, page().printList(year, level));
    }

    @GET
    @Path("list/{year}/{level}/list.csv")
    @Produces(CSV)
    public Response csv(@PathParam("year") String year, @PathParam("level") String level) {
        return Files.give(
                "results-" + year + "-" + level.toLowerCase(Locale.ROOT) + ".csv",
                CSV,
                page().csv(year, level).getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("agreement/{organisation}/{year}/reports")
    public Map<String, Object> reports(@PathParam("organisation") String organisation, @PathParam("year") String year) {
        return page().reports(organisation + "/" + year);
    }

    @GET
    @Path("agreement/{organisation}/{year}/scores")
    public Map<String, Object> scores(@PathParam("organisation") String organisation, @PathParam("year") String year) {
        return page().scores(organisation + "/" + year);
    }

    @GET
    @Path("agreement/{organisation}/{year}/report-card.pdf")
    @Produces(PDF)
    public Response card(@PathParam("organisation") String organisation, @PathParam("year") String year) {
        return Files.give(
                "report-card-" + organisation + "-" + year + ".pdf", PDF, page().printCard(organisation + "/" + year));
    }

    private ResultPage page() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(ResultPage.class);
    }
}
