package org.assent.announcement;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.assent.project.Topic;
import org.springframework.stereotype.Component;

/** Proposes one session a day, with the notification's topics as its title. */
@Component
class CompleteProgrammePrefill implements TaskPrefill {

    /** About three hours; hours and minutes only, as the form's time field reads them. */
    private static final String USUAL_START = "14:00";

    private static final String USUAL_END = "17:00";
    private static final int LONGEST_TITLE = 300;

    private final AnnouncementService announcements;
    private final ProjectRegister projects;

    CompleteProgrammePrefill(AnnouncementService announcements, ProjectRegister projects) {
        this.announcements = announcements;
        this.projects = projects;
    }

    @Override
    public String task() {
        return "completeProgramme";
    }

    @Override
    public Map<String, ?> values(OpenTask task) {
        ProjectFacts project = projects.project(task.projectCode());
        ProjectDays days = announcements.days(project.code());
        List<Map<String, String>> proposal = IntStream.rangeClosed(1, days.count())
                .mapToObj(day -> Map.of(
                        "title",
                        title(project.code(), day),
                        "date",
                        days.date(day).toString(),
                        "start",
                        USUAL_START,
                        "end",
                        USUAL_END,
                        "speaker",
                        ""))
                .toList();
        return Map.of(
                "projectTitle",
                project.title(),
                "projectDates",
                Wording.dates(project),
                "hostZone",
                projects.economy(project.host()).name() + " (" + days.zone() + ")",
                "sessions",
                proposal);
    }

    private String title(String code, int day) {
        String topics = projects.topics(code).stream()
                .filter(topic -> topic.day() == day)
                .map(Topic::topic)
                .collect(joining("; "));
        String title = topics.isEmpty() ? "Day " + day : topics;
        return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }
}
