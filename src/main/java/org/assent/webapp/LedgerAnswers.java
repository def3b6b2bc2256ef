package org.assent.webapp;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.assent.ledger.LedgerDesk;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What Cockpit's pages ask of the ledger: under {@code /camunda/api/cockpit/plugin/assent/…/ledger}, logged in and guarded
 * against forged requests by Cockpit.
 */
// public: Cockpit's REST servlet makes it
@Path("plugin/" + TasklistExtension.ID + "/{engine}/ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerAnswers {

    private final ServletContext servletContext;

    public LedgerAnswers(@Context ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    @GET
    @Path("verification")
    public Map<String, Object> verification() {
        return desk().state();
    }

    @POST
    @Path("verification")
    public Map<String, Object> verify() {
        return desk().verify();
    }

    @GET
    @Path("bundle")
    @Produces("application/zip")
    public Response bundle(@QueryParam("case") String of) {
        LedgerDesk.Packed bundle = desk().bundle(of);
        return Files.give(bundle.name(), "application/zip", bundle.content());
    }

    @GET
    @Path("keys")
    @Produces("application/x-pem-file")
    public Response keys() {
        return Files.give("assent-public-keys.pem", "application/x-pem-file", desk().keys());
    }

    private LedgerDesk desk() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(LedgerDesk.class);
    }
}
