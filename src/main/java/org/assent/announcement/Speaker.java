package org.assent.announcement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks at the sessions. */
@Entity
class Speaker {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Announcement announcement;

    private String name;
    private @Nullable String position;
    private @Nullable String organization;
    private @Nullable String economy;

    @Enumerated(EnumType.STRING)
    private SpeakerOrigin origin;

    private @Nullable String email;
    private @Nullable String bio;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Speaker() {}

    Speaker(Announcement announcement, SpeakerLine line) {
        if (line.name() == null || line.name().isBlank() || line.origin() == null) {
            throw new Refusal(
                    "Each speaker needs a name, and whether they come from overseas or from the host country.");
        }
        this.announcement = announcement;
        this.name = line.name().strip();
        this.position = given(line.position());
        this.organization = given(line.organization());
        this.economy = given(line.economy());
        this.origin = line.origin();
        this.email = given(line.email());
        this.bio = given(line.bio());
    }

    /** A field left empty arrives as an empty text. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    SpeakerFacts facts() {
        return new SpeakerFacts(name, position, organization, economy, origin, email);
    }

    @Nullable
    String bio() {
        return bio;
    }
}
