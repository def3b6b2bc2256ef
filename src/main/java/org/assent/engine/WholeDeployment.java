package org.assent.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Our drawings open the forms, and ask the tables, of their own deployment, so that a case keeps those it began with.
 * Whoever deploys a drawing alone means those in force: they are deployed with it once more.
 */
final class WholeDeployment {

    private final DeploymentEntity deployment;
    private final Map<String, Document> drawings = new HashMap<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> tables = new HashSet<>();
    private final List<ResourceEntity> added = new ArrayList<>();

    private WholeDeployment(DeploymentEntity deployment) {
        this.deployment = deployment;
    }

    /**
     * Call it when its files have been looked at.
     *
     * @return what came along
     */
    static List<ResourceEntity> complete(DeploymentEntity deployment) {
        WholeDeployment whole = new WholeDeployment(deployment);
        deployment.getResources().values().forEach(whole::read);
        whole.demandOneOfEach();
        whole.drawings.forEach(whole::complete);
        return whole.added;
    }

    private void read(ResourceEntity file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".bpmn")) {
            drawings.put(file.getName(), ModelGate.xml(file.getName(), file.getBytes()));
        } else if (name.endsWith(".dmn")) {
            elements(ModelGate.xml(file.getName(), file.getBytes()), "decision")
                    .forEach(decision -> tables.add(decision.getAttribute("id")));
        } else if (name.endsWith(".form")) {
            forms.add(KeptFields.idOf(file.getBytes()));
        }
    }

    private void demandOneOfEach() {
        Set<String> processes = new HashSet<>();
        drawings.values().stream()
                .flatMap(drawing -> DrawnProcess.all(drawing).stream())
                .forEach(process -> {
                    if (!processes.add(process.id())) {
                        throw new Refusal(
                                "The process “" + process.id()
                                        + "” is drawn twice in this deployment: leave one of the two out. Nothing was deployed.");
                    }
                });
    }

    private void complete(String file, Document drawing) {
        for (String form : named(drawing, "formRef")) {
            if (forms.add(form)) {
                add(file, "form", form, InForce.form(form));
            }
        }
        for (String table : named(drawing, "decisionRef")) {
            if (tables.add(table)) {
                add(file, "table", table, InForce.table(table));
            }
        }
    }

    private static Collection<String> named(Document drawing, String reference) {
        return elements(drawing, "*")
                .filter(element -> element.getAttributeNS(BpmnGate.CAMUNDA, reference + "Binding")
                        .equals("deployment"))
                .map(element -> element.getAttributeNS(BpmnGate.CAMUNDA, reference))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<Element> elements(Document drawing, String name) {
        return DrawnProcess.elements(drawing.getElementsByTagNameNS("*", name));
    }

    private void add(String file, String kind, String name, @Nullable ResourceEntity known) {
        if (known == null) {
            throw new Refusal(
                    file + " names the " + kind + " “" + name
                            + "”, which neither this deployment has nor the desk: deploy it together with the drawing. Nothing was deployed.");
        }
        if (deployment.getResources().containsKey(known.getName())) {
            return;
        }
        ResourceEntity again = new ResourceEntity();
        again.setName(known.getName());
        again.setBytes(known.getBytes());
        again.setDeploymentId(deployment.getId());
        again.setType(ResourceTypes.REPOSITORY.getValue());
        again.setCreateTime(ClockUtil.getCurrentTime());
        Context.getCommandContext().getResourceManager().insertResource(again);
        deployment.addResource(again);
        added.add(again);
    }
}
