package milepost.web.api.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.roadmap.Archive;
import org.jspecify.annotations.Nullable;

/** The query of a request; what cannot be understood in it is refused by name, and so is what is not known. */
public final class Parameters {
    private final Context ctx;

    private Parameters(Context ctx) {
        this.ctx = ctx;
    }

    /** The query of a request that may hold these parameters and no others. */
    public static Parameters of(Context ctx, String... known) {
        Set<String> names = Set.of(known);
        for (String name : ctx.queryParamMap().keySet()) {
            if (!names.contains(name)) {
                String others = names.isEmpty()
                        ? "There are none here."
                        : "Known here: " + names.stream().sorted().collect(Collectors.joining(", ")) + ".";
                String shown = Characters.shown(name);
                throw Refusal.parameter(shown, "There is no parameter \"" + shown + "\". " + others);
            }
        }
        return new Parameters(ctx);
    }

    /** A text; null when absent or blank. */
    public @Nullable String text(String name) {
        List<String> all = texts(name);
        if (all.size() > 1) {
            throw Refusal.parameter(name, "Send " + name + " once.");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    /** Every text of a parameter that may be repeated. */
    public List<String> texts(String name) {
        List<String> all = ctx.queryParams(name).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (all.size() > 50 || all.stream().anyMatch(text -> text.length() > 1_000 || Characters.unusable(text))) {
            throw Refusal.parameter(name, "The parameter " + name + " cannot be used as it was sent.");
        }
        return all;
    }

    /** A whole number between two bounds, both included. */
    public int whole(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw Refusal.parameter(name, "Send " + name + " as a whole number from " + least + " to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    /** true or false; false when absent. */
    public boolean truth(String name) {
        String text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refusal.parameter(name, "Send " + name + " as true or false.");
        }
        return "true".equals(text);
    }

    public <E extends Enum<E>> List<E> allOf(String name, Class<E> type) {
        return texts(name).stream().map(text -> oneOf(name, text, type)).toList();
    }

    private static <E extends Enum<E>> E oneOf(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.parameter(
                        name,
                        "Send " + name + " as one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    public @Nullable LocalDate day(String name) {
        String text = text(name);
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day == null || Archive.reaches(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.parameter(name, "Send " + name + " as a day, such as 2026-11-23.");
        }
        throw beyond(name, "a day");
    }

    public @Nullable Instant instant(String name) {
        String text = text(name);
        try {
            Instant instant = text == null ? null : Instant.parse(text);
            if (instant == null || Archive.reaches(instant)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw Refusal.parameter(name, "Send " + name + " as an instant, such as 2026-11-23T10:00:00Z.");
        }
        throw beyond(name, "an instant");
    }

    private static Refusal beyond(String name, String what) {
        return Refusal.value(
                name,
                "Send " + name + " as " + what + " between " + Archive.FIRST_DAY + " and " + Archive.LAST_DAY + ".");
    }
}
