package org.assent.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a project show. */
@Component
@Transactional(readOnly = true)
class ProjectViews {

    private final Projects projects;
    private final Membership members;
    private final OfficialNames officials;

    ProjectViews(Projects projects, Membership members, OfficialNames officials) {
        this.projects = projects;
        this.members = members;
        this.officials = officials;
    }

    Map<String, @Nullable Object> draft(String code) {
        Project project = project(code);
        Terms terms = project.terms();
        Map<String, @Nullable Object> values = dates(terms);
        values.putAll(titled(project));
        values.put("draftNote", note(project));
        values.put("economyChoices", members.choices(members.active()));
        values.put("reference", terms.reference());
        values.put(
                "modality", terms.modality() == null ? null : terms.modality().name());
        values.put("hosts", terms.hosts());
        values.put("participation", participation(terms));
        values.put("namedEconomies", terms.economies());
        values.put("implementingOrganizations", terms.implementing());
        values.put("placesPerEconomy", terms.placesPerEconomy() == null ? 2 : terms.placesPerEconomy());
        values.put("qualifications", terms.qualifications());
        values.put("targetGroups", terms.targetGroups());
        values.put("nominationRule", terms.nominationRule());
        values.put("objectives", terms.objectives());
        if (!terms.topics().isEmpty()) {
            // an empty list would open without the line to start with
            values.put("topics", terms.topics());
        }
        values.put("financialArrangements", terms.financialArrangements());
        values.put("signatory", terms.signatory());
        return values;
    }

    Map<String, @Nullable Object> notification(String code) {
        Project project = project(code);
        Map<String, @Nullable Object> values = titled(project);
        values.put("clauses", Clauses.of(project.terms(), members::name));
        return values;
    }

    Map<String, @Nullable Object> change(String code) {
        Project project = project(code);
        Map<String, @Nullable Object> values = dates(project.terms());
        values.putAll(titled(project));
        values.put("projectState", project.state().label());
        return values;
    }

    Map<String, @Nullable Object> proposal(String code) {
        Project project = project(code);
        ChangeRequest request = project.pending();
        ChangeProposal proposal = request.proposal();
        Map<String, @Nullable Object> values = titled(project);
        values.put("proposedBy", officials.of(request.proposedBy()));
        values.put("proposedKind", proposal.kind().label());
        values.put("proposedReason", proposal.reason());
        values.put("proposedChanges", changes(project, proposal));
        return values;
    }

    Map<String, @Nullable Object> replacements(String code) {
        Project project = project(code);
        Map<String, @Nullable Object> values = titled(project);
        values.put("participatingChoices", members.choices(members.participating(project.terms())));
        values.put("firstDay", Clauses.day(project.terms().start()));
        return values;
    }

    Map<String, @Nullable Object> title(String code) {
        return titled(project(code));
    }

    private List<Clause> changes(Project project, ChangeProposal proposal) {
        if (proposal.kind() != ChangeKind.REVISE) {
            return List.of(new Clause("The whole project", proposal.kind().label()));
        }
        return Clauses.changed(
                project.terms(),
                proposal.applied(project.terms(), project.latest().number() + 1),
                members::name);
    }

    /** Nothing where a document did not say who is invited: that is never guessed. */
    private static @Nullable String participation(Terms terms) {
        if (terms.allMembers()) {
            return Participation.ALL.name();
        }
        return terms.economies().isEmpty() ? null : Participation.NAMED.name();
    }

    private static String note(Project project) {
        String unread = project.unread().isEmpty() ? "" : "**Could not be read: " + project.unread() + ".** ";
        String remark = project.lastRemark().isEmpty() ? "" : "Sent back with the remark: " + project.lastRemark();
        return unread + remark;
    }

    private static Map<String, @Nullable Object> dates(Terms terms) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("startDate", terms.start());
        values.put("endDate", terms.end());
        values.put("closingDate", terms.closingDate());
        values.put("overseasPlaces", terms.overseasPlaces());
        values.put("localPlaces", terms.localPlaces());
        values.put("venue", terms.venue());
        return values;
    }

    private static Map<String, @Nullable Object> titled(Project project) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("projectCode", project.code());
        values.put("projectTitle", project.title());
        return values;
    }

    private Project project(String code) {
        return projects.findByCode(code).orElseThrow(() -> new Refusal("There is no project with the code given."));
    }
}
