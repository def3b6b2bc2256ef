package org.assent.webapp;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The fields inside one part of a form: the whole form, or one row of a list. Found by the label an official reads. */
final class FormFields {

    private static final String MARK =
            """
            (root, [label, mark, nth]) => {
              const plain = text => text.replace(/\\*\\s*$/, '').replace(/\\s+/g, ' ').trim();
              const field = [...root.querySelectorAll('.fjs-form-field')]
                .filter(one => one.offsetParent !== null)
                .filter(one => [...one.querySelectorAll('label')]
                  .filter(text => text.closest('.fjs-form-field') === one)
                  .slice(0, 1)
                  .some(text => plain(text.textContent) === label))[nth];
              if (!field) {
                return [...root.querySelectorAll('label')].map(text => plain(text.textContent)).join(' | ');
              }
              field.setAttribute('data-desk', mark);
              return '';
            }
            """;
    private static final String REPEATED =
            """
            root => {
              const labels = [...root.querySelectorAll('.fjs-form-field')]
                .filter(one => one !== root && one.offsetParent !== null)
                .map(one => one.querySelector('label')).filter(one => one)
                .map(one => one.textContent.replace(/\\s+/g, ' ').trim());
              return labels.filter(one => one === labels[0]).length;
            }
            """;
    private static final AtomicInteger MARKS = new AtomicInteger();

    private final Page page;
    private final Locator root;
    private final int nth;

    FormFields(Page page, Locator root) {
        this(page, root, 0);
    }

    /** The fields of the row with this number where nothing stands around the rows: the nth of each label. */
    FormFields(Page page, Locator root, int nth) {
        this.page = page;
        this.root = root;
        this.nth = nth;
    }

    /** How often the first label inside comes again. */
    static int repeated(Locator root) {
        return (int) root.evaluate(REPEATED);
    }

    private Locator field(String label) {
        String mark = "m" + MARKS.incrementAndGet();
        root.waitFor();
        String others = (String) root.evaluate(MARK, List.of(label, mark, nth));
        if (!others.isEmpty()) {
            throw new AssertionError("The form shows no field “" + label + "”, but: " + others);
        }
        return page.locator("[data-desk=" + mark + "]");
    }

    void fill(String label, Object value) {
        Locator field = field(label);
        String text = value.toString();
        switch (kind(field)) {
            case "textarea" -> type(field.locator("textarea"), text);
            case "checkbox" -> field.locator("input[type=checkbox]").setChecked(Boolean.parseBoolean(text));
            case "radio" -> option(field, text).locator("input").check();
            case "select" -> select(field, text);
            case "datetime" -> moment(field, text);
            case "checklist", "taglist" -> choose(label, text);
            default -> type(field.locator("input").first(), text);
        }
    }

    /**
     * Types as a person would: form-js takes a text over when the field is left, and draws the form again then; what a
     * robot types into the next field before that drawing is wiped out. So the drawing is awaited, before and after.
     */
    private void type(Locator input, String text) {
        for (int attempt = 0; attempt < 5; attempt++) {
            input.focus();
            drawn();
            input.fill(text);
            input.blur();
            drawn();
            if (text.isEmpty() || !input.inputValue().isEmpty()) {
                return;
            }
        }
    }

    private void drawn() {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))");
    }

    void choose(String label, String... choices) {
        Locator field = field(label);
        for (String choice : choices) {
            if (kind(field).equals("checklist")) {
                option(field, choice).locator("input").check();
            } else {
                field.locator("input.fjs-taglist-input").click();
                field.locator("input.fjs-taglist-input").fill(choice);
                item(field, choice).click();
            }
        }
    }

    /** The whole text and no more, as the browser's regular expressions want it: they know no quoting. */
    static Pattern exactly(String text) {
        return Pattern.compile("^\\s*" + text.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0") + "\\s*$");
    }

    private static Locator option(Locator field, String label) {
        return field.locator("label:has(input)")
                .filter(new Locator.FilterOptions().setHasText(exactly(label)))
                .first();
    }

    private static Locator item(Locator field, String label) {
        return field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(FormFields.exactly(label)))
                .first();
    }

    private static void select(Locator field, String label) {
        Locator searched = field.locator("input.fjs-input");
        if (searched.count() > 0) {
            searched.click();
            searched.fill(label);
        } else if (field.locator(".fjs-dropdownlist-item").count() == 0) {
            // the key that left the field before may have opened this one's list already
            field.locator(".fjs-input-group").click();
        }
        item(field, label).click();
    }

    /** {@code 2022-08-24} or {@code 09:30}, written as the field's placeholder asks for it. */
    private static void moment(Locator field, String text) {
        Locator input = field.locator("input.fjs-input").first();
        String written = text;
        if (!text.contains(":")) {
            String[] parts = text.split("-", 3);
            written = input.getAttribute("placeholder")
                    .replace("yyyy", parts[0])
                    .replace("mm", parts[1])
                    .replace("dd", parts[2]);
        }
        input.fill(written);
        input.press("Enter");
        input.press("Tab");
    }

    String value(String label) {
        Locator field = field(label);
        return switch (kind(field)) {
            case "textarea" -> field.locator("textarea").inputValue();
            case "checkbox" -> String.valueOf(field.locator("input").isChecked());
            case "radio", "checklist" ->
                String.join(", ", field.locator("label:has(input:checked)").allInnerTexts());
            case "select" ->
                field.locator("input.fjs-input").count() > 0
                        ? field.locator("input.fjs-input").inputValue()
                        : field.locator(".fjs-select-display").innerText();
            case "taglist" ->
                String.join(", ", field.locator(".fjs-taglist-tag-label").allInnerTexts());
            default -> field.locator("input").first().inputValue();
        };
    }

    FormRows rows(String label) {
        return new FormRows(page, field(label));
    }

    /** What the form complains about, field by field. */
    List<String> errors() {
        return root.locator(".fjs-form-field:has(> .fjs-form-field-error)").allInnerTexts();
    }

    private static String kind(Locator field) {
        String classes = field.getAttribute("class");
        for (String kind : List.of(
                "textarea", "checkbox", "checklist", "radio", "select", "taglist", "datetime", "number", "textfield")) {
            if (classes.contains("fjs-form-field-" + kind)) {
                return kind;
            }
        }
        return classes;
    }
}
