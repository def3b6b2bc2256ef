package org.assent.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine kept of one case. Public: the auditors' pages and exports show it.
 *
 * @param visits of steps, in order
 * @param model id of the deployment, when it was made and where it came from
 */
public record CaseHistory(
        CaseLine line,
        Deployed model,
        List<Visit> visits,
        List<Task> tasks,
        List<Value> values,
        List<Decision> decisions,
        List<Operation> operations,
        List<Remark> remarks,
        List<Incident> incidents) {

    /** When a model came onto the desk. */
    public record Deployed(String id, @Nullable Instant at, String name, String source) {}

    /**
     * One stay in one step.
     *
     * @param parent the visit of the subprocess that it happened in, or the case
     * @param called the case that the step called
     */
    public record Visit(
            String id,
            String parent,
            String step,
            String name,
            String type,
            @Nullable String task,
            String assignee,
            Instant start,
            @Nullable Instant end,
            boolean cancelled,
            @Nullable String called) {

        public String label() {
            return name.isEmpty() ? step : name;
        }
    }

    /**
     * A task of a person.
     *
     * @param owner in whose name it was done, where that is somebody else
     * @param form version of the form that it opens; 0 where it has none
     * @param life what happened to it, in order
     */
    public record Task(
            String id,
            String step,
            String name,
            String owner,
            String assignee,
            Instant start,
            @Nullable Instant end,
            @Nullable Instant due,
            String ended,
            int form,
            List<Act> life) {

        public boolean isActedFor() {
            return !owner.isEmpty() && !owner.equals(assignee);
        }

        public boolean isLate() {
            return due != null && end != null && end.isAfter(due);
        }
    }

    /** Something that somebody did to a task. */
    public record Act(
            Instant at, String by, String what, String property, String before, String after, String operation) {}

    /**
     * A value that a variable took.
     *
     * @param visit in which it was set
     * @param scope the visit that it lives in, or the case
     */
    public record Value(
            String name,
            String type,
            String text,
            Instant at,
            String visit,
            String scope,
            String operation,
            int revision) {}

    /**
     * A table that was asked.
     *
     * @param version of the table
     * @param about values that tell which of several it was about
     */
    public record Decision(
            String id,
            String key,
            String name,
            int version,
            String deployment,
            String step,
            String visit,
            Instant at,
            List<Clause> inputs,
            List<Clause> outputs,
            List<Value> about) {}

    /**
     * One cell of a table's question or answer.
     *
     * @param rule of an answer: its id; empty for a question
     */
    public record Clause(String name, String value, String rule) {}

    /**
     * An entry of the log of operations.
     *
     * @param operation the same for all that one command changed
     */
    public record Operation(
            Instant at,
            String by,
            String what,
            String on,
            String property,
            String before,
            String after,
            String remark,
            @Nullable String task,
            String operation) {}

    /**
     * A comment, or a document that was attached.
     *
     * @param hash sha256 of a document's content; empty for comments and addresses
     */
    public record Remark(Instant at, String by, String kind, String text, String hash, @Nullable String task) {}

    /** A failure that somebody had to look at. */
    public record Incident(
            Instant at, @Nullable Instant end, String type, String step, String text, boolean resolved) {}
}
