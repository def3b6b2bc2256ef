package org.assent.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Deputies at a task: which appointment lets the caller work on it, and how both names come to stand in it. What the
 * principal may do is what the principal's own groups and assignments say, never what he may do as somebody's deputy:
 * so there are no chains.
 */
final class Substitutes {

    private final ObjectProvider<Deputies> deputies;

    Substitutes(ObjectProvider<Deputies> deputies) {
        this.deputies = deputies;
    }

    /** The appointment by which the caller may take or do this task; none where the caller may in their own right. */
    @Nullable
    Acting at(CommandContext context, TaskEntity task) {
        Authentication who = context.getAuthentication();
        if (who == null || who.getUserId() == null || isOwn(task, who)) {
            return null;
        }
        return inForce(who.getUserId(), process(task)).stream()
                .filter(acting -> isOf(context, task, acting))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOwn(TaskEntity task, Authentication who) {
        return who.getUserId().equals(task.getAssignee()) && !isLent(task)
                || task.getAssignee() == null
                        && task.getCandidates().stream().anyMatch(link -> TaskDuty.names(link, who));
    }

    /** Somebody holds it in the name of another. */
    static boolean isLent(TaskEntity task) {
        return task.getOwner() != null
                && !task.getOwner().equals(task.getAssignee())
                && task.getDelegationState() == null;
    }

    /** Lent by an appointment; whoever was made the owner by another way keeps standing behind it. */
    private boolean isOfThePast(TaskEntity task) {
        return isLent(task)
                && task.getAssignee() != null
                && deputies.stream().anyMatch(known -> known.wereAppointed(task.getAssignee(), task.getOwner()));
    }

    private static boolean isOf(CommandContext context, TaskEntity task, Acting acting) {
        String holder = task.getAssignee();
        if (holder == null) {
            List<String> groups = context.runWithoutAuthorization(() -> groups(context, acting.principal()));
            return task.getCandidates().stream().anyMatch(link -> names(link, acting.principal(), groups));
        }
        // what the principal holds for somebody else is not the principal's to lend
        return holder.equals(acting.principal()) && !isLent(task)
                || holder.equals(acting.deputy()) && acting.principal().equals(task.getOwner());
    }

    private static boolean names(IdentityLink link, String user, List<String> groups) {
        return user.equals(link.getUserId()) || link.getGroupId() != null && groups.contains(link.getGroupId());
    }

    private static List<String> groups(CommandContext context, String user) {
        return context
                .getProcessEngineConfiguration()
                .getIdentityService()
                .createGroupQuery()
                .groupMember(user)
                .list()
                .stream()
                .map(Group::getId)
                .toList();
    }

    private List<Acting> inForce(String user, String process) {
        return deputies.stream()
                .flatMap(known -> known.of(user).stream())
                .filter(acting -> acting.process().equals(process))
                .toList();
    }

    private static String process(TaskEntity task) {
        return task.getProcessDefinitionId() == null
                ? ""
                : task.getProcessDefinition().getKey();
    }

    /** Claims a task that the caller may take only for somebody else; the principal may have claimed it already. */
    void claim(CommandExecutor engine, String id, Runnable claim) {
        engine.execute(context -> {
            TaskEntity task = find(context, id);
            Acting acting = task == null ? null : at(context, task);
            if (task == null || acting == null) {
                claim.run();
                return null;
            }
            if (acting.principal().equals(task.getAssignee())) {
                context.runWithoutAuthorization(() -> new AssignTaskCmd(id, null).execute(context));
            }
            claim.run();
            name(context, id, acting);
            return null;
        });
    }

    /** Completes a task, in the principal's name where the caller may do it only for somebody else. */
    <T> T complete(CommandExecutor engine, String id, Supplier<T> completion) {
        return engine.execute(context -> {
            TaskEntity task = find(context, id);
            Acting acting = task == null ? null : at(context, task);
            if (task == null || acting == null) {
                if (task != null && context.getAuthentication() != null && isOfThePast(task)) {
                    // a candidate in their own right, whose appointment is over: nobody else stands behind it any more
                    disown(task);
                }
                return completion.get();
            }
            if (!acting.deputy().equals(task.getAssignee())) {
                context.runWithoutAuthorization(() -> new AssignTaskCmd(id, acting.deputy()).execute(context));
                name(context, id, acting);
            }
            String name = task.getName();
            ExecutionEntity instance = task.getProcessInstance();
            String key = instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
            T result = ActingNow.during(acting, completion);
            deputies.forEach(known -> known.completed(acting, name, key));
            return result;
        });
    }

    /** Puts back what the caller holds, in whosever name, or what the principal of the caller holds. */
    boolean putBack(CommandExecutor engine, String id) {
        return engine.execute(context -> {
            Authentication who = context.getAuthentication();
            TaskEntity task = find(context, id);
            if (who == null || task == null || task.getAssignee() == null) {
                return false;
            }
            boolean mine = task.getAssignee().equals(who.getUserId());
            boolean lentByMe = isLent(task) && who.getUserId().equals(task.getOwner());
            if (!mine && !lentByMe && at(context, task) == null) {
                return false;
            }
            putBack(context, task);
            return true;
        });
    }

    static void putBack(CommandContext context, TaskEntity task) {
        boolean lent = isLent(task);
        // a task that is offered to nobody was the principal's own
        String next = lent && task.getCandidates().isEmpty() ? task.getOwner() : null;
        context.runWithoutAuthorization(() -> new AssignTaskCmd(task.getId(), next).execute(context));
        if (lent) {
            disown(task);
        }
    }

    /** The engine's own command refuses to take an owner away. */
    private static void disown(TaskEntity task) {
        task.setOwner(null);
        task.triggerUpdateEvent();
        task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_SET_OWNER);
    }

    private static void name(CommandContext context, String id, Acting acting) {
        context.runWithoutAuthorization(() -> {
            new SetTaskOwnerCmd(id, acting.principal()).execute(context);
            return new AddCommentCmd(
                            id,
                            null,
                            "%s acts for %s, order no. %s"
                                    .formatted(acting.deputy(), acting.principal(), acting.orderNumber()))
                    .execute(context);
        });
    }

    private static @Nullable TaskEntity find(CommandContext context, String id) {
        return context.runWithoutAuthorization(() -> context.getTaskManager().findTaskById(id));
    }
}
