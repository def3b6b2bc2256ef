package org.assent.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Looks at whatever is deployed, from wherever it comes, before the engine does: models, decision tables and forms, and
 * in them nothing that runs code. What it refuses tells the process owner what to do instead.
 */
final class ModelGate implements Deployer {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    /** Elements within elements; our own models have ten. */
    private static final int DEEPEST = 100;

    private final BpmnGate models;

    ModelGate(BeanFactory beans) {
        this.models = new BpmnGate(new DelegateBeans(beans)::containsKey, beans::containsBean);
    }

    /** Also called when the engine reads an old deployment once more; what it says then it has said before. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            if (isDeployedBySomebody() && deployment.getTenantId() != null) {
                throw new Refusal(
                        "Models of this desk are the same for all offices: leave the tenant empty. Nothing was deployed.");
            }
            deployment.getResources().values().forEach(this::check);
            if (isDeployedBySomebody()) {
                WholeDeployment.complete(deployment).forEach(this::check);
            }
        }
    }

    private void check(ResourceEntity file) {
        String path = file.getName().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (file.getBytes().length > MOST_BYTES) {
            throw new Refusal("“" + name + "” is larger than any model should be, so nothing was deployed.");
        }
        String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        switch (kind) {
            case "bpmn" -> {
                Document drawing = xml(name, file.getBytes());
                models.check(name, drawing);
                if (isDeployedBySomebody()) {
                    KeptDuties.check(name, drawing, ModelGate::inForce);
                }
            }
            case "dmn" -> TableGate.check(name, xml(name, file.getBytes()));
            case "form" -> {
                FormGate.check(name, file.getBytes());
                if (isDeployedBySomebody()) {
                    KeptFields.check(name, file.getBytes(), ModelGate::formInForce);
                }
            }
            default ->
                throw new Refusal(
                        "“" + name
                                + "” was not deployed: Assent takes models (.bpmn), decision tables (.dmn) and forms (.form), and no other files.");
        }
    }

    /** The programme brings its own models at its start, without a name. */
    private static boolean isDeployedBySomebody() {
        CommandContext command = Context.getCommandContext();
        return command != null && command.getAuthenticatedUserId() != null;
    }

    private static @Nullable Document inForce(String process) {
        ResourceEntity drawing = InForce.drawing(process);
        return drawing == null ? null : xml(drawing.getName(), drawing.getBytes());
    }

    private static byte @Nullable [] formInForce(String id) {
        ResourceEntity form = InForce.form(id);
        return form == null ? null : form.getBytes();
    }

    static Document xml(String name, byte[] content) {
        try {
            return reader().parse(new ByteArrayInputStream(content));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            // what a parser says may quote what it read from elsewhere
            throw new Refusal(
                    "“" + name
                            + "” cannot be read as a drawing: save it once more from the Modeler, without entities or a document type.");
        }
    }

    private static DocumentBuilder reader() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
        DocumentBuilder reader = factory.newDocumentBuilder();
        // silent: its default handler prints to the console
        reader.setErrorHandler(new DefaultHandler());
        return reader;
    }
}
