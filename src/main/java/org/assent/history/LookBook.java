package org.assent.history;

import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what auditors look at. Public: the auditors' page writes into it before it answers. */
@Service
@Transactional
public class LookBook {

    private static final int SHOWN = 500;

    private final Looks looks;
    private final Clock clock;

    LookBook(Looks looks, Clock clock) {
        this.looks = looks;
        this.clock = clock;
    }

    /** @param about what was looked at, never a person and nothing that was typed freely */
    public void write(String by, String kind, String about) {
        looks.save(new Look(by, kind, about, clock.instant()));
    }

    /** The latest ones first. */
    public List<LookFacts> latest() {
        return looks.findByOrderByLookedAtDescIdDesc(Limit.of(SHOWN)).stream()
                .map(Look::facts)
                .toList();
    }
}
