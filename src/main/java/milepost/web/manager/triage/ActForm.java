package milepost.web.manager.triage;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Severity;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to do something to a flag, kept as typed until it can be recorded.
 *
 * @param problem what is wrong with the whole of it
 * @param errors what is wrong with a field, by its name
 */
public record ActForm(
        String action,
        String reason,
        String until,
        String assignee,
        String severity,
        String comment,
        @Nullable String problem,
        Map<String, String> errors) {

    /** The decisions that can be made, in the order they are offered. */
    public static final List<Choice> CHOICES = List.of(
            new Choice("acknowledge", "Acknowledge", "Seen; ends by itself when the flag clears"),
            new Choice("accept", "Accept until a date", "Returns after that date, or sooner if it becomes worse"),
            new Choice("false-positive", "False positive", "The rule is wrong here; stays so until the rule changes"),
            new Choice("reset", "Open again", "Takes the present decision back"));

    /** One decision with what it means. */
    public record Choice(String value, String label, String meaning) {}

    public static ActForm empty() {
        return new ActForm("acknowledge", "", "", "", "", "", null, Map.of());
    }

    public static ActForm of(Context ctx) {
        return new ActForm(
                field(ctx, "action"),
                field(ctx, "reason"),
                field(ctx, "until"),
                field(ctx, "assignee"),
                field(ctx, "severity"),
                field(ctx, "comment"),
                null,
                Map.of());
    }

    /** The same with another action. */
    public ActForm doing(String other) {
        return new ActForm(other, reason, until, assignee, severity, comment, problem, errors);
    }

    /** What is to be done, or INVALID with the fields that cannot be read. */
    public Act act(Parts parts) {
        String why = reason.isBlank() ? null : reason.strip();
        return switch (action) {
            case "acknowledge" -> new Act.Decide(new Decision(Triage.ACKNOWLEDGED, why, null));
            case "accept" -> new Act.Decide(new Decision(Triage.ACCEPTED, why, day()));
            case "false-positive" -> new Act.Decide(new Decision(Triage.FALSE_POSITIVE, why, null));
            case "reset" -> new Act.Decide(new Decision(Triage.UNTRIAGED, why, null));
            case "assign" -> parts.assigning(assignee.isBlank() ? null : assignee.strip());
            case "severity" -> new Act.Rate(wanted(), why);
            case "comment" -> new Act.Comment(comment.strip());
            case "undo" -> parts.undoing();
            default -> throw invalid("action", "Choose one of the decisions.");
        };
    }

    /** The same as typed, with what is wrong with it. */
    public ActForm refused(Problem refusal) {
        Map<String, String> byField = new HashMap<>();
        refusal.fields().forEach(f -> byField.put(f.field(), f.message()));
        return new ActForm(
                action, reason, until, assignee, severity, comment, refusal.getMessage(), Map.copyOf(byField));
    }

    /** What is wrong with a field of this form; null when nothing is, or when another form was sent. */
    public @Nullable String error(String form, String field) {
        return sent(form) ? errors.get(field) : null;
    }

    /** Whether this was sent by that form: {@code decide}, or the action of any other. */
    public boolean sent(String form) {
        boolean decision = CHOICES.stream().anyMatch(choice -> choice.value().equals(action));
        return problem != null && (form.equals("decide") ? decision : form.equals(action));
    }

    private @Nullable Severity wanted() {
        if (severity.isBlank()) {
            return null;
        }
        return Arrays.stream(Severity.values())
                .filter(s -> s.name().equals(severity))
                .findFirst()
                .orElseThrow(() -> invalid("severity", "Choose one of the severities."));
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
