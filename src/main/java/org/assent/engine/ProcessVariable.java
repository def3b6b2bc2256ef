package org.assent.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * A variable that Java shares with a model, a form or a table: its name and its type, said once. Public: every
 * capability's contract class is made of them.
 *
 * <p>What a form submits reaches the delegate as a transient value and is gone with the transaction; {@link #set} keeps
 * a value with the case, so it is for what the diagram routes on and for dates, never for what says something about a
 * person.
 */
public final class ProcessVariable<T> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .build();

    private final String name;
    private final Function<Object, T> read;
    private final Function<T, Object> write;

    private ProcessVariable(String name, Function<Object, T> read, Function<T, Object> write) {
        this.name = name;
        this.read = read;
        this.write = write;
    }

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, stored -> ((String) stored).strip(), value -> value);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class::cast, value -> value);
    }

    /** A whole number. */
    public static ProcessVariable<Integer> number(String name) {
        return new ProcessVariable<>(name, stored -> ((Number) stored).intValue(), value -> value);
    }

    /** An exact decimal, from the number or the text that a form sends. */
    public static ProcessVariable<BigDecimal> decimal(String name) {
        return new ProcessVariable<>(name, stored -> new BigDecimal(stored.toString()), BigDecimal::toPlainString);
    }

    /** A calendar date, {@code 2022-08-24}, as a form's date field sends it. */
    public static ProcessVariable<LocalDate> date(String name) {
        return new ProcessVariable<>(name, stored -> LocalDate.parse((String) stored), LocalDate::toString);
    }

    /** A moment, kept as the engine's date type so that a timer can read it. */
    public static ProcessVariable<Instant> moment(String name) {
        return new ProcessVariable<>(name, stored -> ((Date) stored).toInstant(), Date::from);
    }

    public static <E extends Enum<E>> ProcessVariable<E> choice(String name, Class<E> choices) {
        return new ProcessVariable<>(name, stored -> Enum.valueOf(choices, (String) stored), Enum::name);
    }

    /** A list of rows: a dynamic list or a checklist of a form; {@code row} is a record (or String) with the row's keys. */
    public static <R> ProcessVariable<List<R>> rows(String name, Class<R> row) {
        JavaType type = JSON.getTypeFactory().constructCollectionType(List.class, row);
        return new ProcessVariable<>(name, stored -> parse(stored, type), value -> json(value));
    }

    /** The one line that a decision table answered; {@code row} is a record with the outputs' names. */
    public static <R> ProcessVariable<R> row(String name, Class<R> row) {
        return new ProcessVariable<>(name, stored -> JSON.convertValue(stored, row), value -> json(value));
    }

    public String name() {
        return name;
    }

    /** The value, which must be there. */
    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("Variable '%s' is missing".formatted(name)));
    }

    /** The value, or nothing where the form left it empty. */
    public Optional<T> find(VariableScope scope) {
        @Nullable Object stored = scope.getVariable(name);
        return stored == null || "".equals(stored) ? Optional.empty() : Optional.of(read.apply(stored));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, write.apply(value));
    }

    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, write.apply(value));
    }

    /** A value for this scope and this transaction only: what a table reads and nothing keeps. */
    public void lend(VariableScope scope, T value) {
        scope.setVariableLocal(name, lent(value));
    }

    /** A value to start a case with that leaves nothing behind. */
    public TypedValue lent(T value) {
        return Variables.untypedValue(write.apply(value), true);
    }

    /** Makes room in this scope for what a table will answer, which would else be set for the whole case. */
    public void declare(VariableScope scope) {
        scope.setVariableLocal(name, null);
    }

    public void remove(VariableScope scope) {
        scope.removeVariable(name);
    }

    /** A collection for a multi-instance activity, gone with the transaction (engine.md: a Json value is refused there). */
    public static void setTransientCollection(VariableScope scope, String name, List<?> values) {
        scope.setVariable(name, Variables.objectValue(values, true).create());
    }

    private static <R> R parse(Object stored, JavaType type) {
        try {
            return stored instanceof List<?> list
                    ? JSON.convertValue(list, type)
                    : JSON.readValue(stored.toString(), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // the cause holds what was typed, so it is not passed on
            throw new Refusal("One of the lines could not be read. Please check dates and numbers.");
        }
    }

    private static Object json(Object value) {
        try {
            return org.camunda.spin.Spin.JSON(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
