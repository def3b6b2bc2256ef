package org.assent.attendance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the confirmed participants in a report: by e-mail address, else by name, and never by guessing. */
final class AttendanceMatch {

    static final BigDecimal USUAL_THRESHOLD = new BigDecimal("0.80");

    /** A confirmed participant. */
    record Person(String reference, String name, String email) {}

    enum Verdict {
        PRESENT,
        ABSENT,
        /** Somebody of that name was there, and it is for people to say who. */
        UNCLEAR
    }

    /** What is known of one participant; percent and minutes are rounded down, the verdict is not. */
    record Result(Person person, long seconds, int percent, Verdict verdict) {

        long minutes() {
            return seconds / 60;
        }
    }

    /** Somebody in the report who may be one of these, or none. */
    record Ambiguity(AttendanceReport.Attendee attendee, List<Person> candidates) {}

    /** Every confirmed participant in the order given, then what is left of the report. */
    record Matched(List<Result> results, List<Ambiguity> ambiguities, List<AttendanceReport.Attendee> strangers) {}

    private final Map<Person, List<AttendanceReport.Attendee>> found = new LinkedHashMap<>();
    private final List<Ambiguity> ambiguities = new ArrayList<>();
    private final List<AttendanceReport.Attendee> strangers = new ArrayList<>();

    private AttendanceMatch() {}

    static Matched match(AttendanceReport.Parsed report, List<Person> confirmed, BigDecimal threshold) {
        return new AttendanceMatch().run(report, confirmed, threshold);
    }

    private Matched run(AttendanceReport.Parsed report, List<Person> confirmed, BigDecimal threshold) {
        confirmed.forEach(person -> found.put(person, new ArrayList<>()));
        List<AttendanceReport.Attendee> byName = new ArrayList<>();
        for (AttendanceReport.Attendee attendee : report.attendees()) {
            List<Person> owners = confirmed.stream()
                    .filter(person ->
                            !attendee.email().isEmpty() && email(person.email()).equals(attendee.email()))
                    .toList();
            List<Person> named = owners.size() > 1 ? named(attendee, owners) : owners;
            if (named.size() == 1) {
                hold(named.get(0), attendee);
            } else if (owners.size() > 1) {
                // an office's common address
                ambiguities.add(new Ambiguity(attendee, owners));
            } else {
                byName.add(attendee);
            }
        }
        matchByName(byName, confirmed);
        return new Matched(
                confirmed.stream()
                        .map(person -> result(person, report.sessionSeconds(), threshold))
                        .toList(),
                List.copyOf(ambiguities),
                List.copyOf(strangers));
    }

    private void matchByName(List<AttendanceReport.Attendee> attendees, List<Person> confirmed) {
        Map<Person, List<AttendanceReport.Attendee>> claims = new LinkedHashMap<>();
        for (AttendanceReport.Attendee attendee : attendees) {
            List<Person> candidates = named(attendee, confirmed);
            if (candidates.isEmpty()) {
                strangers.add(attendee);
            } else if (candidates.size() > 1) {
                ambiguities.add(new Ambiguity(attendee, candidates));
            } else {
                claims.computeIfAbsent(candidates.get(0), person -> new ArrayList<>())
                        .add(attendee);
            }
        }
        claims.forEach(this::settle);
    }

    /** Devices without an address belong to whoever has the name; a second address may be a second person. */
    private void settle(Person person, List<AttendanceReport.Attendee> claims) {
        long addresses = found.getOrDefault(person, List.of()).isEmpty() ? 0 : 1;
        addresses += claims.stream().filter(claim -> !claim.email().isEmpty()).count();
        for (AttendanceReport.Attendee claim : claims) {
            if (addresses > 1) {
                ambiguities.add(new Ambiguity(claim, List.of(person)));
            } else {
                hold(person, claim);
            }
        }
    }

    private void hold(Person person, AttendanceReport.Attendee attendee) {
        found.computeIfAbsent(person, p -> new ArrayList<>()).add(attendee);
    }

    private static List<Person> named(AttendanceReport.Attendee attendee, List<Person> people) {
        Set<String> names = NameKey.variants(attendee.name());
        return people.stream()
                .filter(person -> names.contains(NameKey.of(person.name())))
                .toList();
    }

    private Result result(Person person, long session, BigDecimal threshold) {
        Set<Stay> stays = new LinkedHashSet<>();
        found.getOrDefault(person, List.of()).forEach(attendee -> stays.addAll(attendee.stays()));
        long seconds = Stay.seconds(stays);
        boolean enough = BigDecimal.valueOf(seconds).compareTo(threshold.multiply(BigDecimal.valueOf(session))) >= 0;
        boolean claimed = ambiguities.stream()
                .anyMatch(ambiguity -> ambiguity.candidates().contains(person));
        Verdict verdict = enough ? Verdict.PRESENT : claimed ? Verdict.UNCLEAR : Verdict.ABSENT;
        return new Result(person, seconds, (int) (seconds * 100 / session), verdict);
    }

    static String email(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        return text.contains("@") ? text : "";
    }
}
