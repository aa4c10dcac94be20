package milepost.web.manager.flags;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.flags.Decision;
import milepost.flags.Triage;
import org.jspecify.annotations.Nullable;

/**
 * What a manager typed to decide about a flag, kept as typed until it can be recorded.
 *
 * @param problem what is wrong with the whole of it
 * @param errors what is wrong with a field, by its name
 */
public record DecisionForm(
        String action,
        String reason,
        String until,
        @Nullable String problem,
        Map<String, String> errors) {

    /** The decisions that can be made, in the order they are offered. */
    public static final List<Choice> CHOICES = List.of(
            new Choice("acknowledge", "Acknowledge", "Seen; ends by itself when the flag clears"),
            new Choice("accept", "Accept until a date", "Returns after that date, or sooner if it becomes worse"),
            new Choice("false-positive", "False positive", "The rule is wrong here; stays so for this subject"),
            new Choice("reset", "Open again", "Takes the present decision back"));

    /** One decision with what it means. */
    public record Choice(String value, String label, String meaning) {}

    static DecisionForm empty() {
        return new DecisionForm("acknowledge", "", "", null, Map.of());
    }

    static DecisionForm of(Context ctx) {
        return new DecisionForm(field(ctx, "action"), field(ctx, "reason"), field(ctx, "until"), null, Map.of());
    }

    /** The decision, or INVALID with the fields that cannot be read. */
    Decision decision() {
        String why = reason.isBlank() ? null : reason.strip();
        return switch (action) {
            case "acknowledge" -> new Decision(Triage.ACKNOWLEDGED, why, null);
            case "accept" -> new Decision(Triage.ACCEPTED, why, day());
            case "false-positive" -> new Decision(Triage.FALSE_POSITIVE, why, null);
            case "reset" -> new Decision(Triage.UNTRIAGED, why, null);
            default -> throw invalid("action", "Choose one of the four decisions.");
        };
    }

    DecisionForm refused(Problem refusal) {
        Map<String, String> byField = new HashMap<>();
        refusal.fields().forEach(f -> byField.put(f.field(), f.message()));
        return new DecisionForm(action, reason, until, refusal.getMessage(), byField);
    }

    private @Nullable LocalDate day() {
        try {
            return until.isBlank() ? null : LocalDate.parse(until.strip());
        } catch (DateTimeParseException e) {
            throw invalid("until", "\"" + until + "\" is not a day; write it as 2026-01-31.");
        }
    }

    private static Problem invalid(String field, String message) {
        return new Problem(
                Problem.Kind.INVALID,
                "The decision cannot be recorded like this.",
                List.of(new FieldError(field, message)));
    }

    private static String field(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }
}
