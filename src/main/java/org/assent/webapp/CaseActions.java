package org.assent.webapp;

import java.util.List;
import java.util.Map;
import org.assent.attendance.AttendanceObjections;
import org.assent.attendance.AttendanceReports;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.assent.project.ProjectDesk;
import org.assent.rehearsal.OtherNpos;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be set going from the case page. Who may is checked behind each of these, not by hiding a button. */
@Component
class CaseActions {

    private final CasePage page;
    private final ProjectDesk projects;
    private final AttendanceObjections objections;
    private final AttendanceReports reports;
    private final Messages messages;
    private final TaskService tasks;
    private final ObjectProvider<OtherNpos> others;

    CaseActions(
            CasePage page,
            ProjectDesk projects,
            AttendanceObjections objections,
            AttendanceReports reports,
            Messages messages,
            TaskService tasks,
            ObjectProvider<OtherNpos> others) {
        this.page = page;
        this.projects = projects;
        this.objections = objections;
        this.reports = reports;
        this.messages = messages;
        this.tasks = tasks;
        this.others = others;
    }

    Map<String, String> act(String code, String action, Fields fields) {
        CaseFile file = page.file(code);
        if (file.viewer().is("auditors")) {
            throw new Refusal("Auditors read, and change nothing.");
        }
        return switch (action) {
            case "change" -> Map.of("task", projects.requestChange(file.code()));
            case "replacements" -> Map.of("task", projects.requestReplacements(file.code()));
            case "contest" -> contest(file, fields);
            case "others" -> others(file, fields);
            case "revocation" -> revocation(file);
            default -> throw new Refusal("There is nothing of that kind to be done here.");
        };
    }

    /** The meeting platform's report of one session; that only the host hands it in is checked where it is taken. */
    Map<String, String> report(String code, int session, byte[] csv) {
        if (csv.length == 0) {
            throw new Refusal("The file is empty.");
        }
        return Map.of("message", reports.hand(page.file(code).code(), session, csv));
    }

    private Map<String, String> contest(CaseFile file, Fields fields) {
        String reference = fields.demand("reference", "Please choose a participant.");
        objections.contest(
                file.code(),
                fields.number("session"),
                reference,
                fields.demand("reason", "Please say why you contest the entry."));
        return Map.of("message", "The host has been asked to decide on the objection.");
    }

    private Map<String, String> revocation(CaseFile file) {
        if (!file.viewer().is("secretary-general")) {
            throw new Refusal("Only the Secretary-General revokes a certificate.");
        }
        String asked = messages.start("certification.revocationRequested", file.code(), Map.of());
        return Map.of(
                "task",
                tasks.createTaskQuery().processInstanceId(asked).singleResult().getId());
    }

    private Map<String, String> others(CaseFile file, Fields fields) {
        OtherNpos players = others.getIfAvailable();
        if (players == null || !file.viewer().is("programme-officers")) {
            throw new Refusal("The other NPOs are played by programme officers, in a demonstration only.");
        }
        List<String> done = players.play(file.code(), List.of(fields.text("economy")));
        return Map.of("message", done.isEmpty() ? "Nothing waits for them now." : String.join(". ", done) + ".");
    }
}
