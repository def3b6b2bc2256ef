package org.assent.webapp;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What the page “History” asks the server: under {@code /camunda/api/cockpit/plugin/assent/…/history}, logged in by
 * Cockpit. Nothing here changes a case. It finds the bean that answers, and nothing more.
 */
// public: Cockpit's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID + "/{engine}/history")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryAnswers {

    /** A name does not belong into an address, which logs and proxies keep. */
    private static final String NAME = "X-Assent-Name";

    private final ServletContext servletContext;

    public HistoryAnswers(@Context ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    @GET
    public Map<String, Object> search(@Context UriInfo asked) {
        return bean(HistoryPage.class).search(fields(asked));
    }

    @GET
    @Path("choices")
    public Map<String, Object> choices(@QueryParam("process") String process) {
        return bean(HistoryPage.class).choices(process == null ? "" : process);
    }

    @GET
    @Path("candidates")
    public Map<String, Object> candidates(@HeaderParam(NAME) @Nullable String name) {
        return bean(HistoryPage.class).candidates(decoded(name));
    }

    @GET
    @Path("cases/{id}")
    public Map<String, Object> open(@PathParam("id") String id) {
        return bean(HistoryCasePage.class).of(id);
    }

    @GET
    @Path("figures/{process}")
    public Map<String, Object> figures(@PathParam("process") String process, @QueryParam("version") int version) {
        return bean(HistoryPage.class).figures(process, version);
    }

    @GET
    @Path("operations")
    public Map<String, Object> operations() {
        return bean(HistoryPage.class).operations();
    }

    @GET
    @Path("looks")
    public Map<String, Object> looks() {
        return bean(HistoryPage.class).looks();
    }

    @GET
    @Path("export/{format: csv|xlsx|pdf|xes|json}")
    @Produces(MediaType.WILDCARD)
    public Response export(@PathParam("format") String format, @Context UriInfo asked) {
        HistoryFiles.Given file = bean(HistoryFiles.class).give(format, fields(asked));
        return Files.give(file.name(), file.type(), file.content());
    }

    private static String decoded(@Nullable String header) {
        try {
            return header == null ? "" : URLDecoder.decode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal("This name cannot be read. Please type it again.");
        }
    }

    private static Fields fields(UriInfo asked) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, List<String>> field : asked.getQueryParameters().entrySet()) {
            fields.put(field.getKey(), field.getValue().get(0));
        }
        return new Fields(fields);
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(type);
    }
}
