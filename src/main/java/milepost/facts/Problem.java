package milepost.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a person can put right: what is wrong and what to do, never an internal failure. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer it deserves. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        TOO_LARGE
    }

    /**
     * What is wrong with one field.
     *
     * @param field name of the field as in JSON and forms, such as {@code due} or {@code participants/0/jurisdiction}
     * @param message a whole sentence
     */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final transient List<FieldError> fields;

    public Problem(Kind kind, String message) {
        this(kind, message, List.of());
    }

    public Problem(Kind kind, String message, List<FieldError> fields) {
        super(message);
        this.kind = kind;
        this.fields = List.copyOf(fields);
    }

    /** INVALID because of one field. */
    public static Problem of(String field, String sentence) {
        return new Problem(Kind.INVALID, sentence, List.of(new FieldError(field, sentence)));
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String error(String field) {
        return fields.stream()
                .filter(f -> f.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    public Kind kind() {
        return kind;
    }

    public List<FieldError> fields() {
        return fields;
    }
}
