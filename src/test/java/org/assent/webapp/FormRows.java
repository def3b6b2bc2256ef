package org.assent.webapp;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The rows of a dynamic list, counted from 0. */
// public: tests of any capability fill lists
public final class FormRows {

    private final Page page;
    private final Locator list;

    FormRows(Page page, Locator list) {
        this.page = page;
        this.list = list;
    }

    public int count() {
        unfold();
        return isFixed() ? FormFields.repeated(list) : rows().count();
    }

    /** Adds an empty row at the end and says its number. */
    public int add() {
        int before = count();
        list.locator(".fjs-repeat-render-add").last().click();
        unfold();
        rows().nth(before).waitFor();
        return before;
    }

    public void remove(int row) {
        unfold();
        int before = rows().count();
        rows().nth(row).locator(".fjs-repeat-row-remove").first().click();
        page.waitForCondition(() -> {
            unfold();
            return rows().count() == before - 1;
        });
    }

    public FormRows fill(int row, String label, Object value) {
        fields(row).fill(label, value);
        return this;
    }

    public FormRows choose(int row, String label, String... choices) {
        fields(row).choose(label, choices);
        return this;
    }

    public String value(int row, String label) {
        return fields(row).value(label);
    }

    private FormFields fields(int row) {
        unfold();
        return isFixed() ? new FormFields(page, list, row) : new FormFields(page, rows().nth(row));
    }

    /** A list whose rows nobody adds or removes is drawn without anything around each row. */
    private boolean isFixed() {
        return list.locator(".fjs-repeat-render-add").count() == 0;
    }

    private Locator rows() {
        return list.locator(".fjs-repeat-row-container");
    }

    /** Long lists hide their tail behind a button. */
    private void unfold() {
        Locator more = list.locator(".fjs-repeat-render-collapse");
        if (more.count() > 0 && more.first().innerText().contains("Expand")) {
            more.first().click();
        }
    }
}
