package org.assent.project;

import static org.assent.project.ImportedDraft.HANDED_OVER;
import static org.assent.project.ProjectProcess.PROJECT_CODE;
import static org.assent.project.ProjectProcess.PROJECT_TITLE;

import java.util.List;
import java.util.Map;
import org.assent.engine.Caller;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts projects, and the tasks that nobody is waiting for: a change, a replacement window. Public: pages and the
 * rehearsal ask here.
 */
@Component
@Transactional
public class ProjectDesk {

    private static final String CHANGE = "proposeChange";
    private static final String REPLACEMENTS = "openReplacementWindow";

    private final RuntimeService cases;
    private final TaskService tasks;
    private final IdentityService users;
    private final Messages messages;
    private final Projects projects;

    ProjectDesk(RuntimeService cases, TaskService tasks, IdentityService users, Messages messages, Projects projects) {
        this.cases = cases;
        this.tasks = tasks;
        this.users = users;
        this.messages = messages;
        this.projects = projects;
    }

    /** Starts the case as whoever is logged in; the engine checks that they may. Returns the first task. */
    String plan(String code, String title, ImportedDraft draft) {
        String started = cases.createProcessInstanceByKey(ProjectProcess.KEY)
                .setVariables(Map.of(
                        PROJECT_CODE.name(),
                        PROJECT_CODE.lent(code),
                        PROJECT_TITLE.name(),
                        PROJECT_TITLE.lent(title),
                        HANDED_OVER.name(),
                        HANDED_OVER.lent(List.of(draft))))
                .execute()
                .getId();
        return tasks.createTaskQuery().processInstanceId(started).singleResult().getId();
    }

    /** Opens the task in which a programme officer proposes a change; returns it. */
    public String requestChange(String code) {
        return request(code, "project.changeRequested", CHANGE);
    }

    /** Opens the task in which a programme officer lets NPOs nominate replacements; returns it. */
    public String requestReplacements(String code) {
        return request(code, "project.replacementRequested", REPLACEMENTS);
    }

    private String request(String code, String message, String task) {
        checkAsker();
        Project project =
                projects.findByCode(code).orElseThrow(() -> new Refusal("There is no project with the code given."));
        if (project.state().isOver()) {
            throw new Refusal("This project is over, so nothing about it can be changed any more.");
        }
        List<String> open = open(code, task);
        if (open.isEmpty()) {
            messages.tell(ProjectProcess.KEY, code, message);
            open = open(code, task);
        }
        return open.stream().findFirst().orElseThrow(() -> new Refusal("Only a programme officer can ask for this."));
    }

    /** A message asks nobody's rights, so this does. */
    private void checkAsker() {
        Caller.now(users).demand("programme-officers", "Only a programme officer can ask for this.");
    }

    /** Only tasks that the asking user may see. */
    private List<String> open(String code, String task) {
        return tasks.createTaskQuery().processInstanceBusinessKey(code).taskDefinitionKey(task).list().stream()
                .map(found -> found.getId())
                .toList();
    }
}
