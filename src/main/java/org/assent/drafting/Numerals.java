package org.assent.drafting;

/** Digits of any script as the ones that numbers of indicators are printed in. */
final class Numerals {

    private Numerals() {}

    static String western(String typed) {
        StringBuilder western = new StringBuilder(typed.length());
        typed.codePoints().forEach(letter -> {
            int digit = Character.digit(letter, 10);
            western.appendCodePoint(digit >= 0 && Character.isDigit(letter) ? '0' + digit : letter);
        });
        return western.toString();
    }
}
