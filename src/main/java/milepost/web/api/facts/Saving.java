package milepost.web.api.facts;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.roadmap.Edit;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.api.flags.FlagJson;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** Carries out the edit of a request, or only says what it would do when the request prefers that. */
final class Saving {
    static final String REASON = "reason";
    private static final String DRY_RUN = "dry-run";

    private final Parts parts;

    Saving(Parts parts) {
        this.parts = parts;
    }

    /** Whether nothing shall be stored. */
    static boolean dry(Context ctx) {
        String prefer = ctx.header("Prefer");
        return prefer != null
                && Arrays.stream(prefer.split("[,;]")).anyMatch(p -> p.strip().equalsIgnoreCase(DRY_RUN));
    }

    Saved carryOut(Context ctx, String roadmap, Edit edit) {
        String reason = Parameters.of(ctx, REASON).text(REASON);
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), reason, null);
        if (dry(ctx)) {
            ctx.header("Preference-Applied", DRY_RUN);
            return parts.roadmaps().preview(author, roadmap, List.of(edit));
        }
        return parts.roadmaps().save(author, roadmap, List.of(edit));
    }

    /** The same for an edit of something that is there: whoever was faster is a failed precondition. */
    Saved carryOut(Context ctx, String roadmap, Edit edit, Recorded before) {
        try {
            return carryOut(ctx, roadmap, edit);
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
