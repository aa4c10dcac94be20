package milepost.web.api.facts;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.roadmap.Saved;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.Asked;
import milepost.web.api.http.DryRun;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.MergePatch;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import tools.jackson.databind.node.ObjectNode;

/** Lists, adds, shows, changes and removes the facts of one kind. */
public final class FactsApi<T> {
    private final Parts parts;
    private final Shape<T> shape;
    private final Saving saving;

    FactsApi(Parts parts, Shape<T> shape) {
        this.parts = parts;
        this.shape = shape;
        this.saving = new Saving(parts);
    }

    public void list(Context ctx) {
        Parameters query = Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT, "limit", "cursor");
        Paging paging = Paging.of(query);
        AsSeen seen = findSeen(ctx, query).orElse(null);
        if (seen == null) {
            ETags.answer(ctx, null, Paging.none(unknown(ctx, query)));
            return;
        }
        var facts = shape.of(seen.snapshot(), Place.of(ctx)).stream()
                .filter(fact -> !seen.asked() || shape.happened(fact, seen))
                .toList();
        ETags.answer(ctx, null, paging.cut(facts, shape::key, fact -> shown(fact, seen)));
    }

    public void one(Context ctx) {
        AsSeen seen = seen(ctx, Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT));
        T fact = present(seen.snapshot(), Place.of(ctx), ctx.pathParam("key"));
        ObjectNode json = shown(fact, seen);
        String tag = shape.tag(fact, seen.snapshot());
        ETags.answer(ctx, seen.asked() ? ETags.of(tag, json) : ETags.of(tag), json);
    }

    public void create(Context ctx) {
        Place place = Place.of(ctx);
        demandIndicator(parts.roadmaps().snapshot(place.roadmap()), place);
        Shape.Draft draft = Drafts.read(shape, Json.read(ctx), null, place, 0);
        Saved saved = saving.carryOut(ctx, place.roadmap(), draft.edits());
        if (!DryRun.asked(ctx)) {
            ctx.header("Location", ctx.path().replaceFirst("/$", "") + "/" + encoded(draft.key()));
        }
        answer(ctx, 201, saved, draft.key());
    }

    public void change(Context ctx) {
        Place place = Place.of(ctx);
        Snapshot now = parts.roadmaps().snapshot(place.roadmap());
        T before = present(now, place, ctx.pathParam("key"));
        long version = shape.recorded(before).version();
        ETags.demand(ctx, shape.tag(before, now));
        ObjectNode known = Written.of(shape, before, now, null);
        ObjectNode wanted = MergePatch.apply(known, Json.read(ctx));
        Shape.Draft draft = Drafts.read(shape, wanted, known, place, version);
        Saved saved = saving.carryOut(ctx, place.roadmap(), draft.edits(), shape.recorded(before));
        answer(ctx, 200, saved, shape.key(before));
    }

    public void remove(Context ctx) {
        Place place = Place.of(ctx);
        Snapshot now = parts.roadmaps().snapshot(place.roadmap());
        T before = present(now, place, ctx.pathParam("key"));
        long version = shape.recorded(before).version();
        ETags.demand(ctx, shape.tag(before, now));
        Edit removal = new Edit.Removal(shape.type(), shape.key(before), version);
        Saved saved = saving.carryOut(ctx, place.roadmap(), List.of(removal), shape.recorded(before));
        ObjectNode json = Json.object().put("removed", shape.key(before));
        Saving.addFlags(json, saved);
        Json.answer(ctx, 200, json);
    }

    /** The changes that were recorded by the time asked for. */
    public void history(Context ctx) {
        Parameters query = Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT, "limit", "cursor");
        Place place = Place.of(ctx);
        Asked asked = Asked.of(query, parts.clock().instant());
        Instant until = asked.until(zone(place.roadmap()));
        History history = new History(parts, place.roadmap(), shape.type(), until);
        ETags.answer(ctx, null, history.page(ctx.pathParam("key"), Paging.of(query)));
    }

    private void answer(Context ctx, int status, Saved saved, String key) {
        T fact = present(saved.after(), Place.of(ctx), key);
        if (!DryRun.asked(ctx)) {
            ctx.header("ETag", ETags.of(shape.tag(fact, saved.after())));
        }
        ObjectNode json = Written.of(shape, fact, saved.after(), null);
        Saving.addFlags(json, saved);
        Json.answer(ctx, status, json);
    }

    private ObjectNode shown(T fact, AsSeen seen) {
        ObjectNode json = Written.of(shape, fact, seen.snapshot(), seen.asked() ? seen.day() : null);
        shape.findSubject().ifPresent(kind -> seen.addFindings(json, kind, shape.key(fact)));
        return json;
    }

    private Optional<AsSeen> findSeen(Context ctx, Parameters query) {
        Place place = Place.of(ctx);
        Optional<AsSeen> seen = AsSeen.find(parts, place.roadmap(), query);
        seen.ifPresent(s -> demandIndicator(s.snapshot(), place));
        return seen;
    }

    private AsSeen seen(Context ctx, Parameters query) {
        return findSeen(ctx, query).orElseThrow(() -> missing(unknown(ctx, query)));
    }

    private String unknown(Context ctx, Parameters query) {
        Instant moment = Asked.of(query, parts.clock().instant()).moment();
        return String.valueOf(
                parts.archive().unknown(Place.of(ctx).roadmap(), moment).getMessage());
    }

    private ZoneId zone(String roadmap) {
        return parts.roadmaps().snapshot(roadmap).roadmap().zone();
    }

    private static void demandIndicator(Snapshot snapshot, Place place) {
        if (!place.indicator().isEmpty()
                && snapshot.findIndicator(place.indicator()).isEmpty()) {
            throw missing("There is no indicator of this key on this roadmap.");
        }
    }

    private T present(Snapshot snapshot, Place place, String key) {
        List<T> facts = shape.of(snapshot, place);
        for (int i = facts.size() - 1; i >= 0; i--) { // what was changed last stands at the end
            if (shape.key(facts.get(i)).equals(key)) {
                return facts.get(i);
            }
        }
        throw missing("There is no " + shape.noun() + " of this key here.");
    }

    private static Problem missing(String sentence) {
        return new Problem(Problem.Kind.NOT_FOUND, sentence);
    }

    private static String encoded(String key) {
        return java.net.URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
