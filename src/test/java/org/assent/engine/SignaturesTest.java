package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Under what a deputy decides stand both names and the order; under what others decide, theirs alone. */
@SpringBootTest
class SignaturesTest {

    private static final Acting ACTING = new Acting(1, "accounts", "secretary-general", "certification", "APO/7");

    @Autowired
    OfficialNames names;

    @Test
    void a_deputy_signs_with_both_names_and_the_order() {
        assertThat(ActingNow.during(ACTING, () -> names.signature("accounts")))
                .isEqualTo("Accounts Officer for The Secretary-General, order no. APO/7");
        assertThat(ActingNow.during(ACTING, () -> names.signature("accounts", "Dr. AKP Mochtan")))
                .isEqualTo("Accounts Officer for Dr. AKP Mochtan, order no. APO/7");
        assertThat(ActingNow.during(ACTING, () -> Actor.and("accounts").toList()))
                .containsExactly("accounts", "secretary-general");
    }

    @Test
    void others_sign_with_their_own_name_and_so_does_the_deputy_afterwards() {
        assertThat(ActingNow.during(ACTING, () -> names.signature("programme-officer")))
                .isEqualTo("Programme Officer");
        assertThat(names.signature("accounts")).isEqualTo("Accounts Officer");
        assertThat(names.signature("accounts", "Dr. AKP Mochtan")).isEqualTo("Dr. AKP Mochtan");
        assertThat(Actor.and("accounts").toList()).containsExactly("accounts");
    }
}
