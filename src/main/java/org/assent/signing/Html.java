package org.assent.signing;

import org.assent.print.HtmlPrinter;

/** A page being written: what comes from people is escaped, what comes from us is not. */
class Html {

    private final StringBuilder written = new StringBuilder();

    Html raw(String markup) {
        written.append(markup);
        return this;
    }

    Html text(String typed) {
        written.append(HtmlPrinter.escape(typed));
        return this;
    }

    Html element(String name, String style, String typed) {
        written.append('<').append(name);
        if (!style.isEmpty()) {
            written.append(" class='").append(style).append('\'');
        }
        written.append('>');
        return text(typed).raw("</" + name + ">");
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
