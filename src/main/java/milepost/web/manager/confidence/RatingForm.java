package milepost.web.manager.confidence;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Confidence;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Rating;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A rating as it was typed.
 *
 * @param milestone null for the roadmap itself
 * @param problem what is wrong with the whole of it
 * @param errors what is wrong with a field, by its name
 */
public record RatingForm(
        @Nullable String milestone,
        String level,
        String date,
        String commentary,
        String plan,
        String responsible,
        String reviewOn,
        @Nullable String problem,
        Map<String, String> errors) {

    static RatingForm blank(@Nullable String milestone, LocalDate today) {
        return new RatingForm(milestone, "", today.toString(), "", "", "", "", null, Map.of());
    }

    static RatingForm of(Context ctx) {
        String milestone = field(ctx, "milestone");
        return new RatingForm(
                milestone.isBlank() ? null : milestone,
                field(ctx, "level"),
                field(ctx, "date"),
                field(ctx, "commentary"),
                field(ctx, "plan"),
                field(ctx, "responsible"),
                field(ctx, "reviewOn"),
                null,
                Map.of());
    }

    /** The rating, which corrects the one of the same day if there is one; INVALID with the fields that cannot be read. */
    Rating rating(Snapshot snapshot) {
        List<FieldError> wrong = new ArrayList<>();
        Confidence chosen = Arrays.stream(Confidence.values())
                .filter(c -> c.name().equals(level))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            wrong.add(new FieldError("level", "Choose how sure you are."));
        }
        LocalDate day = day("date", date, wrong);
        if (date.isBlank()) {
            wrong.add(new FieldError("date", "Enter the day that the rating speaks of."));
        }
        LocalDate review = day("reviewOn", reviewOn, wrong);
        if (!wrong.isEmpty() || chosen == null || day == null) {
            throw new Problem(Problem.Kind.INVALID, "The rating cannot be recorded like this.", wrong);
        }
        String key = (milestone == null ? "roadmap" : milestone) + "-" + day;
        long version = snapshot.ratings().stream()
                .filter(r -> r.key().equals(key))
                .map(r -> r.recorded().version())
                .findFirst()
                .orElse(0L);
        return new Rating(
                key,
                milestone,
                chosen,
                day,
                commentary.strip(),
                or(plan),
                or(responsible),
                review,
                new Recorded(version, Instant.EPOCH, ""));
    }

    RatingForm refused(Problem refusal) {
        Map<String, String> byField = new HashMap<>();
        refusal.fields().forEach(f -> byField.put(f.field(), f.message()));
        return new RatingForm(
                milestone,
                level,
                date,
                commentary,
                plan,
                responsible,
                reviewOn,
                refusal.getMessage(),
                Map.copyOf(byField));
    }

    private static @Nullable LocalDate day(String field, String text, List<FieldError> wrong) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            wrong.add(new FieldError(field, "\"" + text + "\" is not a day; write it as 2026-01-31."));
            return null;
        }
    }

    private static @Nullable String or(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String field(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }
}
