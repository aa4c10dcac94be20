package milepost.web.api.facts;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Rating;
import milepost.facts.Snapshot;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.roadmap.Standing;
import milepost.web.api.flags.FlagJson;
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
        Parameters.of(ctx);
        Snapshot snapshot = parts.roadmaps().snapshot(ctx.pathParam("roadmap"));
        LocalDate today = parts.today(snapshot.roadmap().zone());
        List<Flag> counted = parts.flags()
                .list(FlagQuery.counted().inRoadmap(snapshot.roadmap().key()));
        ObjectNode json = json(
                snapshot.roadmap().key(),
                Standing.of(snapshot, counted),
                snapshot.findRating(null, today).orElse(null));
        ArrayNode milestones = json.putArray("milestones");
        for (Milestone m : snapshot.milestones()) {
            milestones.add(json(
                    m.key(),
                    Standing.of(m, counted),
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
