package org.assent.webapp;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What the page “Acting for” asks the server: under {@code /camunda/api/tasklist/plugin/assent/…/deputations}, logged in
 * by Tasklist. It finds the bean that answers, and nothing more.
 */
// public: Tasklist's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID + "/{engine}/deputations")
@Produces(MediaType.APPLICATION_JSON)
public class DeputyAnswers {

    private final ServletContext servletContext;

    public DeputyAnswers(@Context ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    @GET
    public Map<String, Object> show() {
        return page().show();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, String> appoint(Map<String, String> fields) {
        return page().appoint(new Fields(fields));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/revoke")
    public Map<String, String> revoke(@PathParam("id") long id) {
        return page().revoke(id);
    }

    private DeputyPage page() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(DeputyPage.class);
    }
}
