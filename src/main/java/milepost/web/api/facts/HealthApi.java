package milepost.web.api.facts;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Rating;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Standing;
import milepost.roadmap.Then;
import milepost.web.api.flags.FlagJson;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a roadmap and each of its milestones stand: what follows from flags, and what managers say beside it. */
public final class HealthApi {
    private final Parts parts;

    public HealthApi(Parts parts) {
        this.parts = parts;
    }

    public void show(Context ctx) {
        Asked asked = Asked.of(
                Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT), parts.clock().instant());
        String roadmap = ctx.pathParam("roadmap");
        Snapshot now = parts.roadmaps().snapshot(roadmap);
        if (asked.any()) {
            Then then = parts.archive().then(roadmap, asked.until(now.roadmap().zone()));
            List<Flag> counted = then.evaluated() == null ? null : then.active();
            show(ctx, then.snapshot(), counted, then.day());
        } else {
            List<Flag> counted = parts.flags().list(FlagQuery.counted().inRoadmap(roadmap));
            show(ctx, now, counted, parts.today(now.roadmap().zone()));
        }
    }

    /** Without flags when the rules had not looked at it yet. */
    private static void show(Context ctx, Snapshot snapshot, @Nullable List<Flag> counted, LocalDate today) {
        ObjectNode json = json(
                snapshot.roadmap().key(),
                counted == null ? Standing.NOT_JUDGED : Standing.of(snapshot, counted),
                snapshot.findRating(null, today).orElse(null));
        ArrayNode milestones = json.putArray("milestones");
        for (Milestone m : snapshot.milestones()) {
            milestones.add(json(
                    m.key(),
                    counted == null ? Standing.NOT_JUDGED : Standing.of(m, counted),
                    snapshot.findRating(m.key(), today).orElse(null)));
        }
        ETags.answer(ctx, null, json);
    }

    private static ObjectNode json(String key, Standing standing, @Nullable Rating rating) {
        ObjectNode json =
                Json.object().put("key", key).put("health", standing.health().name());
        json.set("reasons", FlagJson.list(standing.reasons()));
        if (rating == null) {
            json.putNull("confidence");
        } else {
            json.putObject("confidence")
                    .put("level", rating.level().name())
                    .put("date", rating.date().toString())
                    .put("commentary", rating.commentary())
                    .put("by", rating.recorded().by());
        }
        return json;
    }
}
