package org.assent.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectLine;
import org.assent.project.ProjectRegister;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The page of one project as its viewer may see it, and the list of projects they may open. */
@Component
class CasePage {

    private final ProjectRegister projects;
    private final TaskService tasks;
    private final IdentityService identity;
    private final CaseEngine engine;
    private final List<CasePanel> panels;

    CasePage(
            ProjectRegister projects,
            TaskService tasks,
            IdentityService identity,
            CaseEngine engine,
            List<CasePanel> panels) {
        this.projects = projects;
        this.tasks = tasks;
        this.identity = identity;
        this.engine = engine;
        this.panels = panels;
    }

    Viewer viewer() {
        return new Viewer(Caller.now(identity));
    }

    /** The page of the case that a task belongs to; the engine answers only for tasks the caller may read. */
    Map<String, Object> ofTask(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        String key = task == null ? null : engine.businessKey(task.getProcessInstanceId());
        if (key == null) {
            throw new Refusal("This task is not open any more, or it is not yours to see.");
        }
        return of(key.split("/", 2)[0]);
    }

    Map<String, Object> of(String code) {
        CaseFile file = file(code);
        ProjectLine line = projects.lines().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(CasePage::unknown);
        List<Panel> shown = new ArrayList<>();
        panels.forEach(panel -> panel.of(file).ifPresent(shown::add));
        return Map.of("code", code, "title", line.title(), "state", line.state().label(), "panels", shown);
    }

    /** The project as this caller may see it; refused for others as if it did not exist. */
    CaseFile file(String code) {
        Viewer viewer = viewer();
        Optional<ProjectFacts> facts = projects.find(code);
        boolean visible = facts.map(viewer::maySee).orElse(viewer.isSecretariat());
        if (!visible) {
            throw unknown();
        }
        return new CaseFile(code, facts, viewer);
    }

    List<Map<String, String>> list() {
        Viewer viewer = viewer();
        return projects.lines().stream()
                .filter(line -> viewer.isSecretariat()
                        || projects.find(line.code()).filter(viewer::maySee).isPresent())
                .map(line -> Map.of(
                        "code", line.code(),
                        "title", line.title(),
                        "state", line.state().label()))
                .toList();
    }

    private static Refusal unknown() {
        return new Refusal("There is no such project among those you may see.");
    }
}
