package org.assent.webapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assent.engine.Drawings;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * One official before the real Tasklist: opens a task, fills its form by the labels that stand on the screen, completes
 * it. Everything waits for what it needs, nothing sleeps.
 */
// public: tests of any capability drive their forms through it
public final class Official implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What each task is called, by its id. */
    private static final Map<String, String> LABELS = labels();

    /** By how much the form's page is higher than what shows of it. */
    private static final String HIDDEN =
            """
            () => {
              let hidden = 0;
              for (let one = document.querySelector('.fjs-form'); one; one = one.parentElement) {
                hidden = Math.max(hidden, one.scrollHeight - one.clientHeight);
              }
              return hidden;
            }
            """;

    private final String address;
    private final String user;
    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private @Nullable String form;

    Official(String address, String user, BrowserContext browser) {
        this.address = address;
        this.user = user;
        this.browser = browser;
        browser.setDefaultTimeout(60_000);
        this.page = browser.newPage();
        page.onPageError(complaints::add);
    }

    public String user() {
        return user;
    }

    /** The browser's page, for what has no sentence here. */
    public Page page() {
        return page;
    }

    /** How the plugin answers this browser without a page: that of the login lets no script ask anything. */
    int statusOf(String path) {
        return page.request()
                .get(address + "/camunda/api/tasklist/plugin/assent/default/" + path)
                .status();
    }

    /** Errors that scripts of the page threw. */
    public List<String> scriptErrors() {
        return List.copyOf(complaints);
    }

    void login(String password) {
        page.navigate(address + "/login?to=/camunda/app/tasklist/default/");
        page.getByLabel("User id").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON).click();
        try {
            page.locator(".task-filters").waitFor(new Locator.WaitForOptions().setTimeout(15_000));
        } catch (TimeoutError stuck) {
            arrive("/camunda/app/tasklist/default/", ".task-filters");
        }
    }

    /**
     * Loads a page afresh until it is there: the web apps give up on scripts that take seven seconds, and a busy machine
     * needs more for the first page after a start.
     */
    private void arrive(String path, String sign) {
        for (int attempt = 1; ; attempt++) {
            page.navigate("about:blank");
            page.navigate(address + path);
            try {
                page.locator(sign).first().waitFor(new Locator.WaitForOptions().setTimeout(attempt * 15_000.0));
                return;
            } catch (TimeoutError stuck) {
                if (attempt == 4) {
                    throw stuck;
                }
                complaints.clear();
            }
        }
    }

    public void logout() {
        page.locator("li.account > a, li.account .dropdown-toggle").first().click();
        page.locator(".account .logout a, li.logout a").first().click();
        page.getByText("You have logged out.").waitFor();
    }

    /** The list as it is now, under the official's own filter. */
    public Official tasks() {
        Locator mine = page.locator(".task-filters .task-filter a:has-text('My tasks')");
        if (mine.count() > 0 && isAtTheList()) {
            refresh(mine.first());
            return this;
        }
        arrive("/camunda/app/tasklist/default/", ".task-filters .task-filter");
        if (mine.count() > 0) {
            mine.first().click();
        }
        page.locator("ol.tasks-list, .tasks-list .well").first().waitFor();
        return this;
    }

    /** No form or sentence stands there that the next one could be taken for, and the first page of the list is shown. */
    private boolean isAtTheList() {
        return page.locator(".fjs-form, .modal-dialog, .page-notifications .alert")
                                .count()
                        == 0
                && !page.url().contains("page=");
    }

    /** As an official does: a page loaded afresh for each task costs the browser more than all the rest. */
    private void refresh(Locator filter) {
        // asked for after the click: what was on its way already may be older than the task that is looked for
        Request question =
                page.waitForRequest(request -> request.url().matches(".*/filter/[^/]+/list.*"), filter::click);
        List<String> names = taskNames(question.response());
        page.waitForCondition(() -> taskNames().equals(names));
    }

    private static List<String> taskNames(Response list) {
        try {
            return JSON.readTree(list.text()).path("_embedded").path("task").findValuesAsText("name");
        } catch (JsonProcessingException e) {
            throw new AssertionError("The list that Tasklist fetched is no JSON", e);
        }
    }

    /** The names of the tasks on the first page of the list. */
    public List<String> taskNames() {
        return page.locator("ol.tasks-list li.task h4.task a").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    /** Opens the first task with this id in the models, or of this name, claims it, and waits for its form. */
    public Official open(String idOrLabel) {
        // labels are prose and may be reworded, ids stay: the label is looked up in the models
        String task = LABELS.getOrDefault(idOrLabel, idOrLabel);
        tasks();
        while (true) {
            Locator entry = page.locator("ol.tasks-list li.task h4.task a")
                    .filter(new Locator.FilterOptions().setHasText(FormFields.exactly(task)));
            if (entry.count() > 0) {
                return awaitForm(entry.first()::click);
            }
            Locator next = page.locator(".tasks-list ul.pagination li.pagination-next:not(.disabled) a");
            if (next.count() == 0 || !next.first().isVisible()) {
                throw new AssertionError(user + " has no task “" + task + "”, only " + taskNames());
            }
            next.first().click();
            page.waitForLoadState();
        }
    }

    /** Opens a task by its id, as a link in a letter would. */
    public Official openTask(String id) {
        page.navigate("about:blank");
        return awaitForm(() -> arrive("/camunda/app/tasklist/default/#/?task=" + id, ".task-details h2.task"));
    }

    private Official awaitForm(Runnable opening) {
        Response answer = page.waitForResponse(response -> response.url().contains("/deployed-form"), opening);
        form = formId(answer);
        FormsDriven.opened(form);
        Locator claim = page.locator("button.claim");
        Locator assigned = page.locator("li.assignee button.unclaim, li.assignee .reset-assignee");
        claim.or(assigned).first().waitFor();
        if (claim.isVisible()) {
            claim.click();
            page.locator("li.assignee button.unclaim").first().waitFor();
        }
        page.locator(".fjs-form").first().waitFor();
        return this;
    }

    private static String formId(Response answer) {
        try {
            return JSON.readTree(answer.text()).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError("The form that Tasklist fetched is no JSON", e);
        }
    }

    /** Starts a case by its start form: the process's name as the list of Tasklist shows it. */
    public Official start(String process) {
        page.locator("a:has-text('Start process')").first().click();
        page.locator(".modal-dialog").waitFor();
        Locator entry =
                page.locator(".modal-dialog ul.processes a").filter(new Locator.FilterOptions().setHasText(process));
        Response answer =
                page.waitForResponse(response -> response.url().contains("/deployed-start-form"), entry.first()::click);
        form = formId(answer);
        FormsDriven.opened(form);
        page.locator(".modal-dialog .fjs-form").waitFor();
        return this;
    }

    /** Presses Start in the dialogue that {@link #start} opened. */
    public void begin() {
        Response answer = submitted(page.locator(".modal-footer button.btn-primary"));
        if (!answer.ok()) {
            throw new AssertionError(user + " could not start “" + form + "”: " + answer.text());
        }
        FormsDriven.completed(form());
        page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Fills the field with this label: text, number, date ({@code 2022-08-24}), time ({@code 09:30}), choice by its label, true or false. */
    public Official fill(String label, Object value) {
        fields().fill(label, value);
        return this;
    }

    /** Several choices of a checklist or a tag list, by their labels. */
    public Official choose(String label, String... choices) {
        fields().choose(label, choices);
        return this;
    }

    /** What the field with this label shows. */
    public String value(String label) {
        return fields().value(label);
    }

    public FormRows rows(String label) {
        return fields().rows(label);
    }

    private FormFields fields() {
        return new FormFields(page, page.locator(".fjs-form:visible").last());
    }

    /** Completes the task; a refusal fails the test with the sentence that stands on the screen. */
    public void complete() {
        Response answer = submitted(completeButton());
        if (!answer.ok()) {
            throw new AssertionError(user + " could not complete “" + form + "”: " + answer.text());
        }
        FormsDriven.completed(form());
        page.locator(".fjs-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Completes the task, which must be refused; the sentences that stand on the screen then. */
    public List<String> completeInVain() {
        Response answer = submitted(completeButton());
        if (answer.ok()) {
            throw new AssertionError("“" + form + "” was accepted, and should have been refused");
        }
        return notifications();
    }

    public Locator completeButton() {
        return page.locator(".form-actions button.btn-primary");
    }

    private Response submitted(Locator button) {
        try {
            return page.waitForResponse(response -> response.url().contains("/submit-form"), button::click);
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "“" + form + "” cannot be submitted as filled; the form says " + fields().errors(), e);
        }
    }

    private String form() {
        if (form == null) {
            throw new IllegalStateException("No form was opened");
        }
        return form;
    }

    /** The messages on the screen, each as the official reads it. */
    public List<String> notifications() {
        Locator messages = page.locator(".page-notifications .alert:visible, .modal-dialog .alert:visible");
        messages.first().waitFor();
        return messages.allInnerTexts().stream()
                .map(text -> text.replace("×", "").replaceAll("\\s+", " ").strip())
                .toList();
    }

    /** Opens a tab beside Form. */
    public Official tab(String label) {
        page.locator(".tabbed-content .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(label))
                .click();
        return this;
    }

    /** Waits until this text stands somewhere on the page. */
    public Official see(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    public Official photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return this;
    }

    /** What stands on the screen, on one so tall that nothing needs scrolling, under target/desk. */
    public Official photograph(String name) {
        var usual = page.viewportSize();
        int hidden = ((Number) page.evaluate(HIDDEN)).intValue();
        page.setViewportSize(usual.width, usual.height + hidden);
        photograph(Path.of("target", "desk", name.toLowerCase(Locale.ROOT) + ".png"));
        page.setViewportSize(usual.width, usual.height);
        return this;
    }

    @Override
    public void close() {
        browser.close();
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        Drawings.models().forEach(model -> Drawings.read(model)
                .getModelElementsByType(UserTask.class)
                .forEach(task -> labels.put(task.getId(), task.getName())));
        return labels;
    }
}
