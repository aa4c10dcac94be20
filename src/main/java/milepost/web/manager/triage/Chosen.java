package milepost.web.manager.triage;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import milepost.flags.FlagRef;
import org.jspecify.annotations.Nullable;

/** The flags of a form, each written as its id and the version that was seen: {@code 117-3}. */
public final class Chosen {
    private Chosen() {}

    /** A flag as forms write it. */
    public static String value(long id, int version) {
        return id + "-" + version;
    }

    /** Those ticked in a form; what is not a flag is left out. */
    public static List<FlagRef> of(List<String> texts) {
        return texts.stream().flatMap(text -> find(text).stream()).distinct().toList();
    }

    /** The version that a form was made for. */
    public static @Nullable Integer version(Context ctx) {
        String text = ctx.formParam("version");
        return text == null || !text.matches("[0-9]{1,9}") ? null : Integer.valueOf(text);
    }

    private static Optional<FlagRef> find(String text) {
        return text.matches("[0-9]{1,18}-[0-9]{1,9}")
                ? Optional.of(new FlagRef(
                        Long.parseLong(text.substring(0, text.indexOf('-'))),
                        Integer.parseInt(text.substring(text.indexOf('-') + 1))))
                : Optional.empty();
    }
}
