package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class HousePasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "short-one",
                "eleven-char",
                "password1234",
                "Password1234!",
                "administrator",
                "adminadmin12",
                "qwertyuiop12",
                "123456789012",
                "abcdefghijkl",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "first-admin-1",
                "my first-admin password",
                "PASSWORD!!!!!"
            })
    void a_weak_password_is_refused(String password) {
        assertThat(HousePasswords.isStrong("first-admin", password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a long and winding word", "kX8#vQ2!mZ4w", "vier Äpfel im Korb", "0f3c9a7be1d24c55"})
    void a_long_one_that_nobody_tries_is_taken(String password) {
        assertThat(HousePasswords.isStrong("first-admin", password)).isTrue();
    }
}
