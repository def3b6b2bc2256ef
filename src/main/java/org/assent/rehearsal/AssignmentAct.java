package org.assent.rehearsal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Resource persons and site visits: proposed, approved, confirmed, delivered, settled, each by somebody else. */
@Component
@Profile("rehearsal")
class AssignmentAct {

    private final Stage stage;

    AssignmentAct(Stage stage) {
        this.stage = stage;
    }

    void propose() {
        String host = stage.project().host();
        stage.user("programme-officer")
                .complete(
                        stage.code(),
                        "proposeOverseasExperts",
                        form -> form.enter(
                                "overseasExperts",
                                List.of(
                                        overseas(
                                                "Aiko Fujisawa",
                                                "Institute for Public Sector Productivity",
                                                "JP",
                                                1800),
                                        overseas("Tan Li Shan", "Civil Service Institute", "SG", 1500))));
        stage.liaison(host).complete(stage.code(), "proposeLocalExperts", form -> form.enter(
                        "localExperts",
                        List.of(
                                local("Anoma Perera", "Institute of Public Administration"),
                                local("Harsha Fernando", "University of the Capital"),
                                local("Mohamed Nazeer", "Chamber of Public Enterprises")))
                .enter(
                        "siteVisits",
                        List.of(Map.of(
                                "place",
                                "District Secretariat, one-stop service",
                                "broadcast",
                                "LIVE",
                                "remark",
                                "Half an hour on the second day"))));
        stage.tell("2 overseas and 3 local resource persons and a site visit proposed");
    }

    void approve() {
        String host = stage.project().host();
        Official secretaryGeneral = stage.user("secretary-general");
        stage.refused(
                secretaryGeneral,
                () -> secretaryGeneral.isRefused(
                        stage.code(),
                        "approveAssignments",
                        form -> form.enter("assignmentDecisions", answered(form, "assignmentDecisions", "APPROVE"))));
        secretaryGeneral.complete(stage.code(), "approveAssignments", form -> {
            List<Map<String, @Nullable Object>> rows = answered(form, "assignmentDecisions", "APPROVE");
            Map<String, @Nullable Object> third = line(rows, "L3");
            third.put("decision", "REFUSE");
            third.put("reason", "An honorarium is paid to two local resource persons at the most.");
            form.enter("assignmentDecisions", rows);
        });
        stage.tell("assignments approved, the third honorarium refused");
        Official proposer = stage.liaison(host);
        stage.refused(
                proposer,
                () -> proposer.isRefusedUnclaimed(
                        stage.code(),
                        "confirmAssignments",
                        form -> form.enter(
                                "assignmentConfirmations", answered(form, "assignmentConfirmations", "CONFIRM"))));
        stage.head(host)
                .complete(
                        stage.code(),
                        "confirmAssignments",
                        form -> form.enter(
                                "assignmentConfirmations", answered(form, "assignmentConfirmations", "CONFIRM")));
        stage.tell("assignments confirmed by the host");
    }

    /** After the last day. */
    void settle() {
        stage.user("programme-officer-2")
                .complete(
                        stage.code(),
                        "confirmDelivery",
                        form -> form.enter("deliveries", answered(form, "deliveries", "YES")));
        Official accounts = stage.user("accounts");
        stage.refused(
                accounts,
                () -> accounts.isRefused(
                        stage.code(), "settleAssignments", form -> form.enter("settlements", paid(form, 2500))));
        accounts.complete(stage.code(), "settleAssignments", form -> form.enter("settlements", paid(form, 0)));
        stage.settle();
        stage.tell("deliveries confirmed, accounts settled");
    }

    /** @param extra dollars beyond what was approved */
    private static List<Map<String, @Nullable Object>> paid(FormOnScreen form, int extra) {
        List<Map<String, @Nullable Object>> rows = form.rows("settlements");
        rows.forEach(row -> {
            int approved = approved(String.valueOf(row.get("proposal")));
            row.put("settled", true);
            row.put("paid", approved == 0 ? 0 : approved + extra);
            row.put("paymentReference", approved == 0 ? "" : "TT-2022-" + row.get("reference"));
        });
        return rows;
    }

    private static int approved(String proposal) {
        int dollars = proposal.lastIndexOf("USD ");
        return dollars < 0
                ? 0
                : (int) Double.parseDouble(proposal.substring(dollars + 4).split("[^0-9.]", 2)[0]);
    }

    private static List<Map<String, @Nullable Object>> answered(FormOnScreen form, String list, String answer) {
        List<Map<String, @Nullable Object>> rows = form.rows(list);
        String field =
                switch (list) {
                    case "assignmentDecisions" -> "decision";
                    case "deliveries" -> "delivered";
                    default -> "answer";
                };
        rows.forEach(row -> row.put(field, answer));
        return rows;
    }

    private static Map<String, @Nullable Object> line(List<Map<String, @Nullable Object>> rows, String reference) {
        return rows.stream()
                .filter(row -> reference.equals(row.get("reference")))
                .findFirst()
                .orElseThrow(() -> new NotPossible("The list has no line " + reference + "."));
    }

    private static Map<String, Object> overseas(String name, String organization, String country, int amount) {
        return Map.of(
                "name",
                name,
                "organization",
                organization,
                "country",
                country,
                "subject",
                "Performance management systems in public offices",
                "amount",
                amount);
    }

    private static Map<String, Object> local(String name, String organization) {
        return Map.of(
                "name",
                name,
                "organization",
                organization,
                "subject",
                "Performance management in the host's public sector",
                "honorarium",
                true,
                "amount",
                300);
    }
}
