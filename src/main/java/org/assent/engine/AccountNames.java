package org.assent.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** What may stand in an account as somebody's name: it is shown at tasks, and printed under what they sign. */
final class AccountNames {

    static final int LONGEST = 150;
    private static final Pattern MAIL = Pattern.compile("[^\\s<>\"(),;:\\\\]+@[^\\s<>\"'(),;:\\\\@]+");

    private AccountNames() {}

    static void demandBoth(User user) {
        if (isBlank(user.getFirstName()) || isBlank(user.getLastName())) {
            throw new Refusal("Please give the first name and the last name: both stand under what is signed.");
        }
    }

    static void demandPlain(User user) {
        demandPlain("The first name", user.getFirstName());
        demandPlain("The last name", user.getLastName());
        demandPlain("The e-mail address", user.getEmail());
    }

    /** Of what a person types; a provider's word for an address need not have our shape. */
    static void demandMail(User user) {
        if (!isBlank(user.getEmail()) && !MAIL.matcher(user.getEmail()).matches()) {
            throw new Refusal("This is no e-mail address. Please write it as in name@example.org.");
        }
    }

    static void demandPlain(String what, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST) {
            throw new Refusal("%s is too long. Please use at most %d characters.".formatted(what, LONGEST));
        }
        if (Markup.isIn(text) || text.chars().anyMatch(one -> one == '\t' || one == '\n' || one == '\r')) {
            throw new Refusal("%s is one line of plain text, without markup or control characters.".formatted(what));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
