package org.assent.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assent.engine.CaseHistory.Act;
import org.assent.engine.CaseLine;
import org.assent.engine.OfficialNames;

/** How tables call people, ends of cases, and what was done, so that nobody need know the engine. */
final class Words {

    private static final Map<String, String> ACTS = Map.of(
            "Claim", "claimed",
            "Assign", "handed to",
            "Delegate", "delegated to",
            "SetOwner", "in the name of",
            "Complete", "completed",
            "Resolve", "handed back to its owner",
            "DeleteTask", "removed");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("userTask", "task"),
            Map.entry("serviceTask", "done by the desk"),
            Map.entry("sendTask", "letter"),
            Map.entry("businessRuleTask", "table asked"),
            Map.entry("callActivity", "case called"),
            Map.entry("task", "step"),
            Map.entry("manualTask", "done by hand"),
            Map.entry("receiveTask", "waited for a message"),
            Map.entry("scriptTask", "done by the desk"),
            Map.entry("subProcess", "part"),
            Map.entry("adHocSubProcess", "part"),
            Map.entry("transaction", "part"),
            Map.entry("multiInstanceBody", "for each"),
            Map.entry("startEvent", "beginning"),
            Map.entry("boundaryTimer", "date reached"),
            Map.entry("boundaryMessage", "message came"),
            Map.entry("boundarySignal", "call to all came"),
            Map.entry("boundaryError", "refused"),
            Map.entry("boundaryEscalation", "told to those above"),
            Map.entry("boundaryConditional", "came true"),
            Map.entry("cancelBoundaryCatch", "withdrawn"),
            Map.entry("compensationBoundaryCatch", "undone"),
            Map.entry("messageStartEvent", "beginning by a message"),
            Map.entry("startTimerEvent", "beginning at a date"),
            Map.entry("signalStartEvent", "beginning by a call to all"),
            Map.entry("escalationStartEvent", "beginning by those above"),
            Map.entry("errorStartEvent", "beginning by a refusal"),
            Map.entry("conditionalStartEvent", "beginning when it came true"),
            Map.entry("compensationStartEvent", "beginning of what undoes"),
            Map.entry("intermediateTimer", "waited for a date"),
            Map.entry("intermediateMessageCatch", "waited for a message"),
            Map.entry("intermediateSignalCatch", "waited for a call to all"),
            Map.entry("intermediateConditional", "waited until it came true"),
            Map.entry("intermediateLinkCatch", "went on here"),
            Map.entry("intermediateCatchEvent", "waited"),
            Map.entry("intermediateThrowEvent", "passed"),
            Map.entry("intermediateNoneThrowEvent", "passed"),
            Map.entry("intermediateMessageThrowEvent", "message sent"),
            Map.entry("intermediateSignalThrow", "call to all"),
            Map.entry("intermediateEscalationThrowEvent", "told to those above"),
            Map.entry("intermediateCompensationThrowEvent", "undone"),
            Map.entry("noneEndEvent", "end"),
            Map.entry("terminateEndEvent", "end of everything"),
            Map.entry("messageEndEvent", "end with a message"),
            Map.entry("signalEndEvent", "end with a call to all"),
            Map.entry("escalationEndEvent", "end, told to those above"),
            Map.entry("errorEndEvent", "end by a refusal"),
            Map.entry("cancelEndEvent", "end, withdrawn"),
            Map.entry("compensationEndEvent", "end, undone"),
            Map.entry("exclusiveGateway", "question"),
            Map.entry("inclusiveGateway", "questions"),
            Map.entry("complexGateway", "question"),
            Map.entry("eventBasedGateway", "waiting for whatever comes first"),
            Map.entry("parallelGateway", "side by side"));

    private final OfficialNames names;
    private final Map<String, String> known = new HashMap<>();

    Words(OfficialNames names) {
        this.names = names;
    }

    /** Name and login: names are not unique, logins are. */
    String person(String login) {
        return login.isEmpty()
                ? ""
                : known.computeIfAbsent(login, one -> {
                    String name = names.of(one);
                    return name.equals(one) ? one : name + " (" + one + ")";
                });
    }

    static boolean isDesk(String login) {
        return login.isEmpty() || login.equals("assent");
    }

    /** Who did something without a task of theirs. */
    String actor(String login) {
        return isDesk(login) ? "the desk itself" : person(login);
    }

    String act(Act act) {
        String what = ACTS.getOrDefault(act.what(), plain(act.what()));
        boolean isPerson = act.property().equals("assignee")
                || act.property().equals("owner")
                || act.property().equals("delegation");
        if (act.what().equals("Claim") || act.what().equals("Complete")) {
            return what;
        }
        if (isPerson && act.after().isEmpty()) {
            return act.property().equals("owner") ? "no longer in anybody's name" : "put back";
        }
        return isPerson ? what + " " + person(act.after()) : what;
    }

    static String type(String type) {
        return TYPES.getOrDefault(type, plain(type));
    }

    /** What a step without a label is called on the page: untilClosing becomes “Until closing”. */
    static String step(String label) {
        String name = label.replace("#multiInstanceBody", "");
        if (!name.matches("[a-z]+(?:[A-Z0-9][a-z0-9]*)+|[a-z]+")) {
            return name;
        }
        String words = plain(name);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** SetRemovalTime becomes set removal time. */
    static String plain(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    static String outcome(CaseLine line) {
        if (line.isRunning()) {
            return line.state().equals("SUSPENDED") ? "running, suspended" : "running";
        }
        if (line.isCancelled()) {
            return "cancelled" + (line.deleteReason().isEmpty() ? "" : ": " + line.deleteReason());
        }
        return line.outcomeName().isEmpty() ? line.outcome() : line.outcomeName();
    }
}
