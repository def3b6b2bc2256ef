package org.assent.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/**
 * Whose task it is. Grants by process definition let a group work every task of a process; this narrows them to the
 * tasks that name the person or the group.
 */
final class TaskDuty {

    private final Substitutes substitutes;

    TaskDuty(Substitutes substitutes) {
        this.substitutes = substitutes;
    }

    /** Refuses in words when the caller is neither the task's assignee nor one of its candidates. */
    Command<Void> demand(String task) {
        return context -> {
            if (isGone(context, task)) {
                throw new Refusal(
                        "This task is no longer open: somebody completed it, or its date has passed. Nothing was saved.");
            }
            demandTenant(task).execute(context);
            if (!belongs(context, task, true)) {
                throw new Refusal("This task belongs to somebody else, so nothing was changed.");
            }
            return null;
        };
    }

    /** Nobody is made to hold a task by a colleague. */
    static Command<Void> demandSelf(String user) {
        return context -> {
            Authentication who = context.getAuthentication();
            if (who != null && who.getUserId() != null && !who.getUserId().equals(user)) {
                throw new Refusal("A task is claimed by whoever works on it, so nothing was changed.");
            }
            return null;
        };
    }

    /** Only who was asked to work on it hands a task back to its owner, and nobody whom it bars. */
    static Command<Void> demandDelegated(String id) {
        return context -> {
            Authentication who = context.getAuthentication();
            TaskEntity task = context.runWithoutAuthorization(
                    () -> context.getTaskManager().findTaskById(id));
            if (who != null && who.getUserId() != null && task != null) {
                Bars.of(context, task).demandNone(List.of(who.getUserId()), task.getName(), who.getUserId());
                if (task.getDelegationState() != DelegationState.PENDING) {
                    throw new Refusal("Nobody has delegated this task to you, so nothing was changed.");
                }
            }
            return null;
        };
    }

    /** Officials end a step with its form; only the engine itself raises what a diagram catches. */
    static Command<Void> demandForm() {
        return context -> {
            Authentication who = context.getAuthentication();
            if (who != null && who.getUserId() != null) {
                throw new Refusal("A step ends with its form, so nothing was changed.");
            }
            return null;
        };
    }

    /** Refuses whoever has not the tenant of the task's case; the engine would say so in words of its own. */
    static Command<Void> demandTenant(String id) {
        return context -> {
            Authentication who = context.getAuthentication();
            TaskEntity task = context.runWithoutAuthorization(
                    () -> context.getTaskManager().findTaskById(id));
            if (who != null && task != null && !hasTenant(who, task)) {
                throw new Refusal("This task belongs to somebody else, so nothing was changed.");
            }
            return null;
        };
    }

    private static boolean hasTenant(Authentication who, TaskEntity task) {
        return task.getTenantId() == null
                || groups(who).contains(Groups.CAMUNDA_ADMIN)
                || who.getTenantIds() != null && who.getTenantIds().contains(task.getTenantId());
    }

    /** Whether the caller may see what the task's form shows; an administrator could give himself any task. */
    Command<Boolean> belongsToCaller(String task) {
        return context -> !isAdministrator(context.getAuthentication()) && belongs(context, task, false);
    }

    private static boolean isAdministrator(@Nullable Authentication who) {
        return who != null && groups(who).contains(Groups.CAMUNDA_ADMIN);
    }

    /** Somebody may still look at the form of a task that a deadline has just taken away. */
    private static boolean isGone(CommandContext context, String id) {
        return context.runWithoutAuthorization(() -> context.getTaskManager().findTaskById(id) == null);
    }

    private boolean belongs(CommandContext context, String id, boolean alone) {
        Authentication who = context.getAuthentication();
        if (who == null || who.getUserId() == null) {
            // the application itself: a timer, a job, a test
            return true;
        }
        return context.runWithoutAuthorization(() -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            if (task == null) {
                // the engine says so itself
                return true;
            }
            if (isAdministrator(who)) {
                // who operates the engine does no official's work; only what is nobody's is ended by them
                return isNobodys(task);
            }
            if (substitutes.at(context, task) != null) {
                return true;
            }
            if (task.getAssignee() != null && alone) {
                return task.getAssignee().equals(who.getUserId()) && !isLentInVain(task, who);
            }
            return who.getUserId().equals(task.getAssignee()) && !isLentInVain(task, who)
                    || task.getCandidates().stream().anyMatch(link -> names(link, who));
        });
    }

    /** Neither offered to anybody nor drawn for anybody: taking a group off a task makes it nobody's only to the eye. */
    private static boolean isNobodys(TaskEntity task) {
        TaskDefinition drawn = task.getTaskDefinition();
        return task.getCandidates().isEmpty()
                && (drawn == null
                        || drawn.getCandidateGroupIdExpressions().isEmpty()
                                && drawn.getCandidateUserIdExpressions().isEmpty()
                                && drawn.getAssigneeExpression() == null);
    }

    /** A deputy holds it whose appointment has ended. */
    private static boolean isLentInVain(TaskEntity task, Authentication who) {
        return Substitutes.isLent(task) && task.getCandidates().stream().noneMatch(link -> names(link, who));
    }

    static boolean names(IdentityLink link, Authentication who) {
        return who.getUserId().equals(link.getUserId())
                || link.getGroupId() != null && groups(who).contains(link.getGroupId());
    }

    private static List<String> groups(Authentication who) {
        @Nullable List<String> groups = who.getGroupIds();
        return groups == null ? List.of() : groups;
    }
}
