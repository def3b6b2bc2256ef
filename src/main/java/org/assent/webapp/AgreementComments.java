package org.assent.webapp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.engine.Refusal;
import org.assent.review.AnswerFacts;
import org.assent.review.CommentDesk;
import org.assent.review.CommentFacts;
import org.springframework.stereotype.Component;

/** The comments on an agreement: the reviewer's word on an item, and the office's answer to each. */
@Component
class AgreementComments {

    private final AgreementFiles files;
    private final AgreementTasks tasks;
    private final AgreementSheet sheet;
    private final CommentDesk desk;

    AgreementComments(AgreementFiles files, AgreementTasks tasks, AgreementSheet sheet, CommentDesk desk) {
        this.files = files;
        this.tasks = tasks;
        this.sheet = sheet;
        this.desk = desk;
    }

    List<Map<String, Object>> of(String key) {
        return desk.comments(key).stream().map(this::shown).toList();
    }

    List<Map<String, Object>> comment(String key, Fields fields) {
        files.file(key);
        tasks.demandReviewing(key);
        desk.comment(key, fields.text("itemKey"), text(fields), tasks.user());
        return of(key);
    }

    List<Map<String, Object>> answer(String key, long id, Fields fields) {
        demandOf(key, id);
        tasks.demandDrafting(key);
        desk.answer(id, text(fields), tasks.user());
        return of(key);
    }

    List<Map<String, Object>> resolve(String key, long id) {
        demandOf(key, id);
        tasks.demandReviewing(key);
        desk.resolve(id, tasks.user());
        return of(key);
    }

    private static String text(Fields fields) {
        return fields.demand("text", "Please write something first.");
    }

    /** A comment is reached through its own agreement only. */
    private void demandOf(String key, long id) {
        files.file(key);
        if (desk.comments(key).stream().noneMatch(comment -> comment.id() == id)) {
            throw new Refusal("There is no such comment.");
        }
    }

    private Map<String, Object> shown(CommentFacts comment) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", comment.id());
        shown.put("itemKey", comment.itemKey());
        shown.put("number", comment.number());
        shown.put("version", comment.version());
        shown.put("carriedTo", comment.carriedTo());
        shown.put("text", comment.text());
        shown.put("byName", sheet.name(comment.by()));
        shown.put("at", comment.at().toString());
        shown.put("answers", comment.answers().stream().map(this::shown).toList());
        shown.put("resolved", comment.resolved());
        shown.put("resolvedByName", sheet.name(comment.resolvedBy()));
        return shown;
    }

    private Map<String, Object> shown(AnswerFacts answer) {
        return Map.of(
                "text", answer.text(),
                "byName", sheet.name(answer.by()),
                "at", answer.at().toString());
    }
}
