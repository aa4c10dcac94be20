package milepost.web.api.past;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.roadmap.Baselines;
import milepost.roadmap.Saved;
import milepost.roadmap.fact.Baseline;
import milepost.roadmap.fact.Comment;
import milepost.web.api.flags.FlagJson;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** Comments on milestones, baselines of roadmaps, and the first promise of a milestone. */
public final class NotesApi {
    private final Parts parts;

    public NotesApi(Parts parts) {
        this.parts = parts;
    }

    public void comments(Context ctx) {
        Parameters query = Parameters.of(ctx, "limit", "cursor", Asked.AS_OF, Asked.KNOWN_AT);
        String roadmap = ctx.pathParam("roadmap");
        String milestone = ctx.pathParam("key");
        Known known = Known.of(parts, roadmap, query);
        Optional<Snapshot> snapshot = parts.roadmaps().findSnapshot(roadmap, known.until());
        if (snapshot.isPresent() && snapshot.get().findMilestone(milestone).isEmpty()) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no milestone of this key here.");
        }
        List<Comment> all = parts.roadmaps().comments().list(roadmap, milestone, known.until(), Integer.MAX_VALUE);
        ETags.answer(ctx, null, known.list(Paging.of(query).cut(all, NotesApi::place, NotesApi::json)));
    }

    public void comment(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        String text = in.text("text");
        in.finish();
        Comment comment =
                parts.roadmaps().comments().add(person(ctx), ctx.pathParam("roadmap"), ctx.pathParam("key"), text);
        Json.answer(ctx, 201, json(comment));
    }

    public void baselines(Context ctx) {
        Parameters query = Parameters.of(ctx, "limit", "cursor", Asked.AS_OF, Asked.KNOWN_AT);
        String roadmap = ctx.pathParam("roadmap");
        Known known = Known.of(parts, roadmap, query);
        List<Baseline> all = parts.roadmaps().baselines().list(roadmap, known.until());
        ETags.answer(ctx, null, known.list(Paging.of(query).cut(all, Baseline::key, NotesApi::json)));
    }

    /** Gives a moment of a roadmap a name. */
    public void set(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        String name = in.text("name");
        String moment = in.optionalText("moment");
        Baselines.Approval approval = approval(ctx, in);
        in.finish();
        Json.answer(ctx, 201, json(parts.roadmaps().baselines().set(ctx.pathParam("roadmap"), name, moment, approval)));
    }

    /** Takes a baseline out of the list. */
    public void remove(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        String reason = in.text("reason");
        in.finish();
        String key = ctx.pathParam("baseline");
        parts.roadmaps().baselines().remove(person(ctx), ctx.pathParam("roadmap"), key, reason);
        Json.answer(ctx, 200, Json.object().put("removed", key));
    }

    /** Puts another date in place of a milestone's first promise. */
    public void rebaseline(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        TargetDate date = in.optionalPeriod("baseline");
        Baselines.Approval approval = approval(ctx, in);
        in.finish();
        String milestone = ctx.pathParam("key");
        Saved saved = parts.roadmaps().baselines().rebaseline(ctx.pathParam("roadmap"), milestone, date, approval);
        ObjectNode json = Json.object();
        json.put(
                "change",
                saved.change() == null ? null : Long.valueOf(saved.change().id()));
        json.put("milestone", milestone);
        json.set("baseline", date == null ? null : Json.of(date));
        FlagJson.addChanges(json, saved);
        Json.answer(ctx, 200, json);
    }

    private static Baselines.Approval approval(Context ctx, JsonReader in) {
        return new Baselines.Approval(person(ctx), in.optionalText("approver"), in.optionalText("reason"));
    }

    private static String person(Context ctx) {
        return Visitor.person(ctx).name();
    }

    /** Oldest first: the place is the time with the key behind it. */
    private static String place(Comment comment) {
        return comment.recorded().at() + " " + comment.key();
    }

    private static ObjectNode json(Comment comment) {
        ObjectNode json = Json.object()
                .put("key", comment.key())
                .put("milestone", comment.milestone())
                .put("text", comment.text());
        return json.put("at", comment.recorded().at().toString())
                .put("by", comment.recorded().by());
    }

    private static ObjectNode json(Baseline baseline) {
        return Json.object()
                .put("key", baseline.key())
                .put("name", baseline.name())
                .put("moment", baseline.moment().toString())
                .put("approver", baseline.approver())
                .put("reason", baseline.reason())
                .put("setAt", baseline.recorded().at().toString())
                .put("setBy", baseline.recorded().by());
    }
}
