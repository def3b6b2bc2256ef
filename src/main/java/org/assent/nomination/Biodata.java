package org.assent.nomination;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assent.project.OrganizationType;
import org.jspecify.annotations.Nullable;

/** The biodata form of a digital project (domain.md 3.1), one line of the NPO's list; the names are the form's. */
@Embeddable
record Biodata(
        String familyName,
        String givenName,
        @Enumerated(EnumType.STRING) @Nullable Sex sex,
        @Nullable LocalDate birth,
        String nationality,
        String email,
        String phone,
        String position,
        @Enumerated(EnumType.STRING) @Nullable PositionLevel positionLevel,
        String organization,
        @Enumerated(EnumType.STRING) @Nullable OrganizationType organizationType,
        String address,
        @Enumerated(EnumType.STRING) @Nullable Education highestDegree,
        String institution,
        @Nullable Integer graduationYear,
        String employment,
        String duties,
        @Nullable Integer experience,
        @Enumerated(EnumType.STRING) @Nullable EnglishLevel reading,
        @Enumerated(EnumType.STRING) @Nullable EnglishLevel writing,
        @Enumerated(EnumType.STRING) @Nullable EnglishLevel speaking,
        String earlierProjects,
        String motivation,
        String emergencyContact,
        boolean photo,
        boolean declared,
        @Nullable LocalDate declaredOn,
        boolean online,
        String timeZone) {

    Biodata {
        familyName = text(familyName);
        givenName = text(givenName);
        nationality = text(nationality);
        // one spelling, so that the same person is found again
        email = text(email).toLowerCase(Locale.ROOT);
        phone = text(phone);
        position = text(position);
        organization = text(organization);
        address = text(address);
        institution = text(institution);
        employment = text(employment);
        duties = text(duties);
        earlierProjects = text(earlierProjects);
        motivation = text(motivation);
        emergencyContact = text(emergencyContact);
        timeZone = text(timeZone);
    }

    /** What the form asks for and the nomination does not say, as the form words it. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        require(!position.isEmpty(), "present position", missing);
        require(positionLevel != null, "level of the position", missing);
        require(!organization.isEmpty(), "organization", missing);
        require(organizationType != null, "type of organization", missing);
        require(!address.isEmpty(), "address", missing);
        require(!phone.isEmpty(), "telephone", missing);
        require(highestDegree != null, "highest degree", missing);
        require(!institution.isEmpty(), "institution of the degree", missing);
        require(graduationYear != null, "year of the degree", missing);
        require(!employment.isEmpty(), "employment history", missing);
        require(!duties.isEmpty(), "present duties", missing);
        require(experience != null, "years of experience", missing);
        require(reading != null && writing != null && speaking != null, "English", missing);
        require(!motivation.isEmpty(), "reason and intended use", missing);
        require(!emergencyContact.isEmpty(), "emergency contact", missing);
        require(photo, "photo", missing);
        require(declared && declaredOn != null, "candidate's declaration with its date", missing);
        require(online, "internet and device check", missing);
        require(!timeZone.isEmpty(), "time zone", missing);
        return missing;
    }

    private static void require(boolean there, String name, List<String> missing) {
        if (!there) {
            missing.add(name);
        }
    }

    String displayName() {
        return (givenName + " " + familyName).strip();
    }

    EnglishLevel english() {
        return Stream.of(Optional.ofNullable(reading), Optional.ofNullable(writing), Optional.ofNullable(speaking))
                .map(level -> level.orElse(EnglishLevel.NONE))
                .min(EnglishLevel::compareTo)
                .orElse(EnglishLevel.NONE);
    }

    /** Lines that name a project by its code or its year; "none" is not one. */
    int earlierProjectCount() {
        return (int) earlierProjects
                .lines()
                .filter(line -> line.chars().anyMatch(Character::isDigit))
                .count();
    }

    boolean isSamePerson(Biodata other) {
        return email.equals(other.email)
                || displayName().equalsIgnoreCase(other.displayName()) && birth != null && birth.equals(other.birth);
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    /** Without the person: this may end in a log. */
    @Override
    public String toString() {
        return "Biodata";
    }
}
