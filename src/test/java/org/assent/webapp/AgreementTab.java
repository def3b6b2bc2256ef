package org.assent.webapp;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tab Agreement beside a task's form, as the official before it uses it. */
// public: tests of any capability draft and comment through it
public final class AgreementTab {

    private final Official official;
    private final Page page;
    private final Locator tab;

    private AgreementTab(Official official) {
        this.official = official;
        this.page = official.page();
        this.tab = page.locator(".assent-agreement").last();
    }

    /** Opens the tab of the task that stands on the screen. */
    public static AgreementTab open(Official official) {
        official.tab("Agreement");
        AgreementTab opened = new AgreementTab(official);
        opened.tab.waitFor();
        return opened;
    }

    public AgreementTab part(String label) {
        tab.locator(".assent-parts [role=tab]")
                .filter(new Locator.FilterOptions().setHasText(label))
                .click();
        return this;
    }

    /** A cell of a table: {@code Weight [1.1.1]}. */
    public Locator cell(String label) {
        return tab.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    public AgreementTab type(String label, String text) {
        cell(label).fill(text);
        return this;
    }

    public AgreementTab choose(String label, String choice) {
        cell(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(choice));
        return this;
    }

    /** The five levels of an indicator, best first, as its row's number names it. */
    public AgreementTab ladder(String number, String... levels) {
        List<String> names = List.of("Excellent 100", "Very Good 90", "Good 80", "Fair 70", "Poor 60");
        for (int i = 0; i < levels.length; i++) {
            type(names.get(i) + " " + number, levels[i]);
        }
        return this;
    }

    public AgreementTab press(String label) {
        tab.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .click();
        return this;
    }

    /** What the three dots beside a number offer. */
    public AgreementTab act(String number, String action) {
        press("Actions for " + number);
        page.locator(".assent-menu button:text-is('" + action + "')").click();
        return this;
    }

    /** Whatever of the draft is worth typing quickly: text fields by their labels, in the part that is open. */
    public AgreementTab fill(Map<String, String> fields) {
        fields.forEach((label, text) -> tab.getByLabel(label).fill(text));
        return this;
    }

    public AgreementTab comment(String number, String text) {
        press("Comment on " + number);
        tab.getByLabel("Your comment").fill(text);
        tab.locator(".assent-entry button").click();
        tab.locator(".assent-comment")
                .filter(new Locator.FilterOptions().setHasText(text))
                .waitFor();
        return this;
    }

    public AgreementTab answer(String comment, String text) {
        Locator said = tab.locator(".assent-comment").filter(new Locator.FilterOptions().setHasText(comment));
        said.getByLabel("Your answer").fill(text);
        said.locator(".assent-entry button").click();
        tab.locator(".assent-answer")
                .filter(new Locator.FilterOptions().setHasText(text))
                .waitFor();
        return this;
    }

    /** Until what was typed is on the desk. */
    public AgreementTab saved() {
        page.locator(".assent-agreement[data-saved=SAVED]").last().waitFor();
        return this;
    }

    public AgreementTab see(String text) {
        tab.getByText(text).first().waitFor();
        return this;
    }

    /** Chooses a file in the dialogue that stands open. */
    public AgreementTab hand(Path file) {
        page.locator("dialog input[type=file]").setInputFiles(file);
        page.locator("dialog form button[type=submit]").click();
        return this;
    }

    public Locator dialogue() {
        return page.locator("dialog").last();
    }

    public Locator element() {
        return tab;
    }

    public Official official() {
        return official;
    }
}
