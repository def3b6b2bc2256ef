package org.assent.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/** One office of the tree. Its code, level and ministry are for ever: agreements and cases hold on to them. */
@Entity
class Organisation {

    /** What one import made different. */
    record Difference(String field, String before, String after) {}

    @Id
    @GeneratedValue
    private long id;

    private String code;
    private String name;
    private String bengaliName;

    @Enumerated(EnumType.STRING)
    @Column(name = "office_level")
    private OfficeLevel level;

    private @Nullable String parent;
    private String ministry;

    @Convert(converter = UserIds.class)
    private List<String> apaTeam;

    private @Nullable String focalPoint;
    private @Nullable String head;
    private String headTitle;
    private String teamAddress;
    private String headAddress;
    private boolean active;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Organisation() {}

    Organisation(OrganisationLine line, String ministry) {
        this.code = line.code();
        this.level = line.level();
        this.ministry = ministry;
        this.name = line.name();
        this.bengaliName = line.bengaliName();
        this.parent = line.parent();
        this.apaTeam = line.apaTeam();
        this.focalPoint = line.focalPoint();
        this.head = line.head();
        this.headTitle = Objects.requireNonNullElse(line.headTitle(), usualTitle(line.level()));
        this.teamAddress = line.teamAddress();
        this.headAddress = line.headAddress();
        this.active = !Boolean.FALSE.equals(line.active());
    }

    /** Takes over what the import states, and tells what that made different. */
    List<Difference> update(OrganisationLine line) {
        List<Difference> made = new ArrayList<>();
        name = newer(made, "name", name, line.name());
        bengaliName = newer(made, "bengali_name", bengaliName, line.bengaliName());
        parent = orNull(newer(made, "parent", orEmpty(parent), orEmpty(line.parent())));
        if (!apaTeam.equals(line.apaTeam())) {
            made.add(new Difference("apa_team", String.join(" ", apaTeam), String.join(" ", line.apaTeam())));
            apaTeam = line.apaTeam();
        }
        focalPoint = orNull(newer(made, "focal_point", orEmpty(focalPoint), orEmpty(line.focalPoint())));
        head = orNull(newer(made, "head", orEmpty(head), orEmpty(line.head())));
        teamAddress = newer(made, "team_address", teamAddress, line.teamAddress());
        headAddress = newer(made, "head_address", headAddress, line.headAddress());
        headTitle = newer(made, "head_title", headTitle, Objects.requireNonNullElse(line.headTitle(), headTitle));
        boolean open = Objects.requireNonNullElse(line.active(), active);
        if (open != active) {
            made.add(new Difference("active", active ? "yes" : "no", open ? "yes" : "no"));
            active = open;
        }
        return made;
    }

    String code() {
        return code;
    }

    String ministry() {
        return ministry;
    }

    OfficeLevel level() {
        return level;
    }

    @Nullable
    String parent() {
        return parent;
    }

    OrganisationFacts facts() {
        return new OrganisationFacts(
                code,
                name,
                bengaliName,
                level,
                parent,
                ministry,
                apaTeam,
                focalPoint,
                head,
                headTitle,
                teamAddress,
                headAddress,
                active);
    }

    private static String newer(List<Difference> made, String field, String before, String after) {
        if (!before.equals(after)) {
            made.add(new Difference(field, before, after));
        }
        return after;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String usualTitle(OfficeLevel level) {
        return switch (level) {
            case CABINET_DIVISION -> "Cabinet Secretary";
            case MINISTRY -> "Secretary";
            case DEPARTMENT -> "Director General";
            case FIELD_OFFICE -> "Head of Office";
        };
    }
}
