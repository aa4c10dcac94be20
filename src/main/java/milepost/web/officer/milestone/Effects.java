package milepost.web.officer.milestone;

import java.util.List;
import java.util.Optional;
import milepost.facts.Problem;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.Saved;
import milepost.roadmap.store.HistoryEntry;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Reading;
import org.jspecify.annotations.Nullable;

/** Finds out what a form would do if it were saved, and says what a save did. */
final class Effects {
    private static final String NOW = "If you save now:";
    private static final String NOT_READY = "Not ready to save.";

    private final Parts parts;

    Effects(Parts parts) {
        this.parts = parts;
    }

    /** A dry evaluation of the form; nothing is stored. */
    Effect of(MilestoneRequest request, Form form, String lead) {
        Reading reading = request.read(form);
        if (!reading.errors().isEmpty()) {
            return refused(reading.errors());
        }
        try {
            Saved dry = parts.roadmaps().preview(request.author(form), request.roadmap(), reading.edits());
            return Effect.planned(lead, dry.flags(), dry.setAside());
        } catch (Problem problem) {
            return problem(problem);
        }
    }

    Effect of(MilestoneRequest request, Form form) {
        return of(request, form, NOW);
    }

    /** What everything wrong with a refused form comes to. */
    static Effect refused(List<Problem.FieldError> errors) {
        String message = errors.get(0).message();
        String first = message.endsWith(".") ? message : message + ".";
        return Effect.refused(
                NOT_READY,
                errors.size() == 1 ? first : "Correct " + Words.count(errors.size(), "field") + ". " + first);
    }

    /** What the change with this number did; nothing when it is not one of this milestone. */
    Optional<Effect> findDone(MilestoneRequest request, @Nullable String change) {
        if ("0".equals(change)) {
            return Optional.of(new Effect("Nothing was changed,", "so nothing was saved.", List.of(), false));
        }
        return parts.roadmaps().chronicle().history(request.roadmap(), request.existing(), null, 1).stream()
                .filter(entry -> String.valueOf(entry.change().id()).equals(change))
                .map(entry -> done(request, entry))
                .findFirst();
    }

    private Effect done(MilestoneRequest request, HistoryEntry entry) {
        List<FlagEvent> events =
                parts.flags().causedBy(request.roadmap(), entry.change().id());
        String lead = "Saved as version " + entry.version() + " by "
                + entry.change().actor() + ", "
                + Words.time(entry.change().at(), request.snapshot().roadmap().zone()) + ".";
        Effect effect = Effect.done(lead, events, parts.flags()::flag);
        return new Effect(lead, "Rules ran: " + effect.sentence(), effect.items(), false);
    }

    private static Effect problem(Problem problem) {
        return switch (problem.kind()) {
            case INVALID -> refused(problem.fields());
            case CONFLICT ->
                Effect.refused(
                        NOT_READY, "Someone else changed this milestone meanwhile. Save to see both side by side.");
            default -> Effect.refused(NOT_READY, String.valueOf(problem.getMessage()));
        };
    }
}
