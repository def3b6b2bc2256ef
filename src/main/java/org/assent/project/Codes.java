package org.assent.project;

import jakarta.persistence.AttributeConverter;
import java.util.List;

/** A short list of codes in one column. */
class Codes implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> codes) {
        return String.join(",", codes);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(","));
    }
}
