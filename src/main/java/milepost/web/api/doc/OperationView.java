package milepost.web.api.doc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation with all that goes in and comes out.
 *
 * @param text the example as it is typed into a shell
 * @param file what the example sends from a file; null when it stands in the line
 * @param shapes what the body, the answer and the objects in them are made of
 */
public record OperationView(
        DocView.Line line,
        String tag,
        List<Field> parameters,
        @Nullable String body,
        String answer,
        String text,
        @Nullable String file,
        List<Shape> shapes,
        List<Status> statuses) {

    /**
     * A parameter, or a field of an object.
     *
     * @param place path, query or header of a parameter; empty for a field
     */
    public record Field(String name, String place, String type, boolean owed, String text) {}

    /** An object by its name. */
    public record Shape(String name, List<Field> fields) {}

    /** A status and what it means. */
    public record Status(String number, String text) {}
}
