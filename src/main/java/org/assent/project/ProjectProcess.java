package org.assent.project;

import static org.assent.engine.ProcessVariable.choice;
import static org.assent.engine.ProcessVariable.date;
import static org.assent.engine.ProcessVariable.flag;
import static org.assent.engine.ProcessVariable.moment;
import static org.assent.engine.ProcessVariable.number;
import static org.assent.engine.ProcessVariable.rows;
import static org.assent.engine.ProcessVariable.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assent.engine.ProcessVariable;

/** Every name that project.bpmn, its forms and its decision tables share with Java. */
final class ProjectProcess {

    static final String KEY = "project";

    static final ProcessVariable<String> PROJECT_CODE = text("projectCode");
    static final ProcessVariable<String> PROJECT_TITLE = text("projectTitle");

    static final ProcessVariable<String> REFERENCE = text("reference");
    static final ProcessVariable<LocalDate> START_DATE = date("startDate");
    static final ProcessVariable<LocalDate> END_DATE = date("endDate");
    static final ProcessVariable<Modality> MODALITY = choice("modality", Modality.class);
    static final ProcessVariable<String> VENUE = text("venue");
    static final ProcessVariable<List<String>> HOSTS = rows("hosts", String.class);
    static final ProcessVariable<Participation> PARTICIPATION = choice("participation", Participation.class);
    static final ProcessVariable<List<String>> NAMED_ECONOMIES = rows("namedEconomies", String.class);
    static final ProcessVariable<String> IMPLEMENTING = text("implementingOrganizations");
    static final ProcessVariable<Integer> OVERSEAS_PLACES = number("overseasPlaces");
    static final ProcessVariable<Integer> LOCAL_PLACES = number("localPlaces");
    static final ProcessVariable<Integer> PLACES_PER_ECONOMY = number("placesPerEconomy");
    static final ProcessVariable<String> QUALIFICATIONS = text("qualifications");
    static final ProcessVariable<List<String>> TARGET_GROUPS = rows("targetGroups", String.class);
    static final ProcessVariable<String> NOMINATION_RULE = text("nominationRule");
    static final ProcessVariable<LocalDate> CLOSING_DATE = date("closingDate");
    static final ProcessVariable<String> OBJECTIVES = text("objectives");
    static final ProcessVariable<List<Topic>> TOPICS = rows("topics", Topic.class);
    static final ProcessVariable<String> FINANCIAL_ARRANGEMENTS = text("financialArrangements");
    static final ProcessVariable<String> SIGNATORY = text("signatory");

    static final ProcessVariable<NotificationCheck> NOTIFICATION_CHECK =
            choice("notificationCheck", NotificationCheck.class);
    static final ProcessVariable<NotificationApproval> NOTIFICATION_APPROVAL =
            choice("notificationApproval", NotificationApproval.class);
    static final ProcessVariable<String> REMARK = text("remark");

    /** The modality kept with the case for the table that reads it; the form's own is gone with its transaction. */
    static final ProcessVariable<Modality> PROJECT_MODALITY = choice("projectModality", Modality.class);

    static final ProcessVariable<Integer> ANNOUNCEMENT_LEAD = number("announcementLead");
    static final ProcessVariable<Integer> FIRST_REMINDER_LEAD = number("firstReminderLead");
    static final ProcessVariable<Integer> SECOND_REMINDER_LEAD = number("secondReminderLead");
    static final ProcessVariable<Instant> CLOSING_AT = moment("closingAt");
    static final ProcessVariable<String> HOST_ECONOMY = text("hostEconomy");
    static final ProcessVariable<List<String>> ECONOMIES = rows("economies", String.class);
    static final ProcessVariable<String> ECONOMY = text("economy");
    static final ProcessVariable<String> REMINDER = text("reminder");

    static final ProcessVariable<ChangeKind> CHANGE_KIND = choice("changeKind", ChangeKind.class);
    static final ProcessVariable<String> CHANGE_REASON = text("changeReason");
    static final ProcessVariable<Boolean> REOPEN_NOMINATIONS = flag("reopenNominations");
    static final ProcessVariable<ChangeDecision> CHANGE_DECISION = choice("changeDecision", ChangeDecision.class);
    static final ProcessVariable<ChangeKind> DECIDED_CHANGE = choice("decidedChange", ChangeKind.class);
    static final ProcessVariable<Boolean> REOPENED = flag("reopened");

    static final ProcessVariable<List<String>> WINDOW_ECONOMIES = rows("windowEconomies", String.class);
    static final ProcessVariable<String> WINDOW_REASON = text("windowReason");
    static final ProcessVariable<LocalDate> WINDOW_UNTIL = date("windowUntil");
    static final ProcessVariable<Boolean> WINDOW_OPEN = flag("windowOpen");

    static final ProcessVariable<Integer> RATING = number("rating");
    static final ProcessVariable<String> EVALUATION = text("evaluation");

    private ProjectProcess() {}
}
