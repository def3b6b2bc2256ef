package org.assent.project;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.AttributeConverter;
import java.util.List;

/** The topics of a notification in one column, a line each. */
class Topics implements AttributeConverter<List<Topic>, String> {

    @Override
    public String convertToDatabaseColumn(List<Topic> topics) {
        return topics.stream()
                .map(topic -> topic.day() + " " + topic.topic().replaceAll("\\s+", " "))
                .collect(joining("\n"));
    }

    @Override
    public List<Topic> convertToEntityAttribute(String column) {
        return column.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Topic(Integer.parseInt(parts[0]), parts[1]))
                .toList();
    }
}
