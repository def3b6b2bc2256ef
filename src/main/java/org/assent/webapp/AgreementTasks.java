package org.assent.webapp;

import java.util.List;
import org.assent.engine.Caller;
import org.assent.engine.JobDesk;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Who may write in an agreement now: whoever holds the task that it is written in, and only as long. */
@Component
class AgreementTasks {

    private static final String DRAFT = "draftAgreement";
    private static final List<String> REVIEW = List.of("reviewDraft", "reviewDisputed");
    private static final String[] WRITING = {DRAFT, "reviewDraft", "reviewDisputed"};

    /** What somebody may do with the document, and why no more. */
    record Work(Mode mode, String text) {}

    enum Mode {
        EDIT,
        COMMENT,
        READ
    }

    private final TaskService tasks;
    private final RuntimeService cases;
    private final IdentityService identity;
    private final OfficialNames names;
    private final JobDesk engine;

    AgreementTasks(
            TaskService tasks, RuntimeService cases, IdentityService identity, OfficialNames names, JobDesk engine) {
        this.tasks = tasks;
        this.cases = cases;
        this.identity = identity;
        this.names = names;
        this.engine = engine;
    }

    Caller caller() {
        return Caller.now(identity);
    }

    /** The caller's login. */
    String user() {
        String user = caller().user();
        if (user == null) {
            throw new Refusal("Please log in again.");
        }
        return user;
    }

    Work of(String key) {
        String user = caller().user();
        List<Task> open = open(key);
        for (Task task : open) {
            if (user != null && user.equals(task.getAssignee())) {
                return work(task);
            }
        }
        return new Work(
                Mode.READ, open.stream().findFirst().map(this::whoseItIs).orElse(""));
    }

    /** Who would write finds out in time that the task is somebody else's now. */
    void demandDrafting(String key) {
        if (of(key).mode() != Mode.EDIT) {
            throw new Refusal("The draft is changed by whoever has claimed its task. Please claim it first.");
        }
    }

    void demandReviewing(String key) {
        if (of(key).mode() != Mode.COMMENT) {
            throw new Refusal("Comments are written by whoever has claimed the review. Please claim it first.");
        }
    }

    /** A draft is on its way: its versions are not the latest word. */
    boolean isBeingDrafted(String key) {
        return engine.asTheEngine(() -> cases.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .processDefinitionKey("drafting")
                        .count()
                > 0);
    }

    private static Work work(Task task) {
        return REVIEW.contains(task.getTaskDefinitionKey())
                ? new Work(Mode.COMMENT, "click a row to comment on it")
                : new Work(Mode.EDIT, "");
    }

    private List<Task> open(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKeyIn(WRITING)
                .list();
    }

    private String whoseItIs(Task task) {
        if (task.getAssignee() != null) {
            return names.of(task.getAssignee()) + " has the task “" + task.getName() + "”";
        }
        boolean isOffered = !caller().groups().isEmpty()
                && tasks.createTaskQuery()
                                .taskId(task.getId())
                                .taskCandidateGroupIn(caller().groups())
                                .count()
                        > 0;
        return isOffered ? "claim the task “" + task.getName() + "” to write here" : "";
    }
}
