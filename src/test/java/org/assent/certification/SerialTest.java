package org.assent.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialTest {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Serial serial = Serial.next(2022, CHANCE);

    @Test
    void a_serial_is_read_in_groups_and_has_no_letters_that_look_alike() {
        assertThat(serial.text()).matches("APO-22(-[0-9A-HJKMNP-TV-Z]{5}){4}");
    }

    @Test
    void serials_do_not_repeat() {
        Set<Serial> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(Serial.next(2022, CHANCE))).isTrue();
        }
    }

    @Test
    void it_is_found_however_it_is_typed() {
        String text = serial.text();
        assertThat(Serial.parse(text)).contains(serial);
        assertThat(Serial.parse("  " + text.toLowerCase(Locale.ROOT).replace("-", " ") + "\n"))
                .contains(serial);
        assertThat(Serial.parse(text.replace("-", ""))).contains(serial);
        assertThat(Serial.parse(text.replace('-', '\u2013').replace('-', '\u00a0')))
                .contains(serial);
        String body = text.substring(4);
        assertThat(Serial.parse("apo-" + body.replace('0', 'o').replace('1', 'l')))
                .contains(serial);
        assertThat(Serial.parse("APO-" + body.replace('0', 'O').replace('1', 'I')))
                .contains(serial);
    }

    @Test
    void one_wrong_letter_is_always_noticed() {
        String plain = serial.text().replace("-", "");
        for (int at = 5; at < plain.length(); at++) {
            for (char wrong : LETTERS.toCharArray()) {
                if (wrong != plain.charAt(at)) {
                    assertThat(Serial.parse(plain.substring(0, at) + wrong + plain.substring(at + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void two_neighbours_that_changed_places_are_noticed() {
        String plain = serial.text().replace("-", "");
        for (int at = 5; at < plain.length() - 1; at++) {
            char one = plain.charAt(at);
            char other = plain.charAt(at + 1);
            if (one != other && !Set.of(one, other).equals(Set.of('0', 'Z'))) {
                assertThat(Serial.parse(plain.substring(0, at) + other + one + plain.substring(at + 2)))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "APO",
                "APO-22",
                "22-CL-15-GE-WSP-A",
                "APO-22-00000-00000-00000",
                "' or 1=1",
                "APO-22-বাংলা"
            })
    void what_is_no_serial_is_none(String typed) {
        assertThat(Serial.parse(typed)).isEmpty();
    }

    @Test
    void the_year_may_be_early_in_a_century() {
        assertThat(Serial.next(2103, CHANCE).text()).startsWith("APO-03-");
    }
}
