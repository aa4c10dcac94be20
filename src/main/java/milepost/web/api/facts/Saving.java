package milepost.web.api.facts;

import io.javalin.http.Context;
import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.roadmap.fact.Edit;
import milepost.web.api.flags.FlagJson;
import milepost.web.api.http.DryRun;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Parameters;
import milepost.web.api.http.Refusal;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** Carries out the edit of a request, or only says what it would do when the request prefers that. */
final class Saving {
    static final String REASON = "reason";

    private final Parts parts;

    Saving(Parts parts) {
        this.parts = parts;
    }

    Saved carryOut(Context ctx, String roadmap, List<Edit> edits) {
        String reason = Parameters.of(ctx, REASON).text(REASON);
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), reason, null);
        if (DryRun.asked(ctx)) {
            DryRun.applied(ctx);
        }
        try {
            return DryRun.asked(ctx)
                    ? parts.roadmaps().preview(author, roadmap, edits)
                    : parts.roadmaps().save(author, roadmap, edits);
        } catch (Problem problem) {
            throw problem.kind() == Problem.Kind.INVALID ? located(problem) : problem;
        }
    }

    /** A problem whose fields are named as they were sent: a row that came alone without its place, the reason as a parameter. */
    private static Refusal located(Problem problem) {
        List<Problem.FieldError> fields = problem.fields().stream()
                .map(f -> new Problem.FieldError(
                        Attributes.located(f.field().replaceFirst("^(dependencies|participants)/[^/]*/", "")),
                        f.message()))
                .toList();
        return Refusal.of(
                new Problem(problem.kind(), String.valueOf(problem.getMessage()), fields),
                field -> field.equals(REASON) ? Refusal.Part.PARAMETER : Refusal.Part.POINTER);
    }

    /** The same for an edit of something that is there: whoever was faster is a failed precondition. */
    Saved carryOut(Context ctx, String roadmap, List<Edit> edits, Recorded before) {
        try {
            return carryOut(ctx, roadmap, edits);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.CONFLICT) {
                throw ETags.stale(before.version() + 1);
            }
            throw problem;
        }
    }

    /** Adds to an answer what the edit did to flags. */
    static void addFlags(ObjectNode json, Saved saved) {
        FlagJson.addChanges(json, saved);
    }
}
