package org.assent.certification;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The number of a certificate: nobody can guess one, anybody can read one out, and a slip of the pen shows. */
record Serial(String text) {

    /** No I, L, O and U: they look like 1, 1, 0 and V. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 19 letters are 95 bits of chance; the twentieth is the check. */
    private static final int RANDOM = 19;

    private static final String OFFICE = "APO";

    static Serial next(int year, SecureRandom chance) {
        return next(year, (RandomGenerator) chance);
    }

    /** For rehearsals and tests, which may want the same numbers twice. */
    static Serial next(int year, RandomGenerator chance) {
        StringBuilder body = new StringBuilder("%02d".formatted(Math.floorMod(year, 100)));
        for (int i = 0; i < RANDOM; i++) {
            body.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return of(body.append(check(body)));
    }

    /** What somebody typed or scanned: case, spaces and hyphens do not matter, nor do O for 0 and I or L for 1. */
    static Optional<Serial> parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}\\u00a0\\u2212]+", "");
        if (!plain.startsWith(OFFICE)) {
            return Optional.empty();
        }
        String body = plain.substring(OFFICE.length()).replace('O', '0').replaceAll("[IL]", "1");
        boolean genuine = body.length() == 2 + RANDOM + 1
                && body.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)
                && body.chars().limit(2).allMatch(letter -> letter <= '9')
                && body.charAt(2 + RANDOM) == check(body.substring(0, 2 + RANDOM));
        return genuine ? Optional.of(of(body)) : Optional.empty();
    }

    /** Finds every single wrong letter and every two letters that changed places, but for 0 beside Z. */
    private static char check(CharSequence body) {
        // Luhn's method in base 32
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int product = factor * LETTERS.indexOf(body.charAt(i));
            sum += product / LETTERS.length() + product % LETTERS.length();
            factor = 3 - factor;
        }
        return LETTERS.charAt(Math.floorMod(-sum, LETTERS.length()));
    }

    private static Serial of(CharSequence body) {
        StringBuilder text = new StringBuilder(OFFICE).append('-').append(body, 0, 2);
        for (int i = 2; i < body.length(); i += 5) {
            text.append('-').append(body, i, i + 5);
        }
        return new Serial(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
