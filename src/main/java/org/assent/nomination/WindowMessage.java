package org.assent.nomination;

import java.time.LocalDate;
import org.assent.engine.ProcessVariable;

/** What the project's message brings when nominations are taken again; gone with the transaction. */
final class WindowMessage {

    /** The last day of the window. */
    static final ProcessVariable<LocalDate> CLOSING_DATE = ProcessVariable.date("closingDate");

    static final ProcessVariable<String> REASON = ProcessVariable.text("reason");

    private WindowMessage() {}
}
