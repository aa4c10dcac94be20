package milepost.exchange;

import java.lang.reflect.RecordComponent;
import java.util.List;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/** Whether a record that was read from a file has all that it must have; a reader leaves null what a file does not say. */
final class Complete {
    private Complete() {}

    /** INVALID with the place of what is missing. */
    static void check(Object value, String place) {
        for (RecordComponent part : value.getClass().getRecordComponents()) {
            Object content = read(part, value);
            String at = place + "/" + part.getName();
            if (content == null
                    && !part.getType().isPrimitive()
                    && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new Problem(
                        Problem.Kind.INVALID,
                        at + ": This is missing.",
                        List.of(new Problem.FieldError(at, "This is missing.")));
            }
            if (content instanceof Record inner) {
                check(inner, at);
            } else if (content instanceof List<?> list) {
                list.stream().filter(Record.class::isInstance).forEach(inner -> check(inner, at));
            }
        }
    }

    private static @Nullable Object read(RecordComponent part, Object value) {
        try {
            return part.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + part, e);
        }
    }
}
