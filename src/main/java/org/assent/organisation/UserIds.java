package org.assent.organisation;

import jakarta.persistence.AttributeConverter;
import java.util.List;

/** The people of a team in one column. */
class UserIds implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> users) {
        return String.join(" ", users);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" "));
    }
}
