package milepost.web.api.facts;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.roadmap.RoadmapSummary;
import milepost.roadmap.Saved;
import milepost.roadmap.evaluation.EvaluationEntry;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.Asked;
import milepost.web.api.http.DryRun;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.MergePatch;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** Roadmaps in JSON, each with how it stands. */
public final class RoadmapsApi implements Shape<Roadmap> {
    private final Parts parts;
    private final Saving saving;

    public RoadmapsApi(Parts parts) {
        this.parts = parts;
        this.saving = new Saving(parts);
    }

    public void list(Context ctx) {
        Parameters query = Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT, "limit", "cursor");
        Paging paging = Paging.of(query);
        Asked asked = Asked.of(query, parts.clock().instant());
        List<RoadmapSummary> roadmaps =
                asked.any() ? seen(asked, Visitor.reach(ctx)) : parts.roadmaps().list(Visitor.reach(ctx));
        boolean early = roadmaps.isEmpty() && asked.knownAt() != null;
        ETags.answer(
                ctx,
                null,
                early
                        ? Paging.none("No roadmap was recorded at " + asked.moment() + ".")
                        : paging.cut(roadmaps, s -> key(s.roadmap()), this::json));
    }

    private List<RoadmapSummary> seen(Asked asked, Reach reach) {
        return parts.roadmaps().keys(reach).stream()
                .flatMap(key -> parts.roadmaps().findSnapshot(key, asked.knownAt()).stream())
                .map(snapshot -> AsSeen.of(parts, snapshot, asked))
                .map(seen -> RoadmapSummary.of(seen.snapshot(), seen.bySeverity()))
                .toList();
    }

    public void one(Context ctx) {
        String key = ctx.pathParam("roadmap");
        AsSeen seen = AsSeen.of(parts, key, Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT));
        RoadmapSummary summary = seen.asked()
                ? RoadmapSummary.of(seen.snapshot(), seen.bySeverity(), seen.day())
                : parts.roadmaps().summary(key);
        ObjectNode json = json(summary);
        seen.addFindings(json, SubjectKind.ROADMAP, key);
        ETags.answer(ctx, ETags.of(recorded(summary.roadmap()).version(), json), json);
    }

    public void create(Context ctx) {
        Draft draft = Drafts.read(this, Json.read(ctx), null, new Place("", ""), 0);
        if (!Visitor.rights(ctx).lets(draft.key())) {
            throw new Problem(Problem.Kind.FORBIDDEN, "This token is limited to some roadmaps and adds no others.");
        }
        Saved saved = saving.carryOut(ctx, draft.key(), draft.edits());
        if (!DryRun.asked(ctx)) {
            ctx.header("Location", ctx.path().replaceFirst("/$", "") + "/" + draft.key());
        }
        answer(ctx, 201, saved);
    }

    public void change(Context ctx) {
        String key = ctx.pathParam("roadmap");
        RoadmapSummary summary = parts.roadmaps().summary(key);
        Recorded before = recorded(summary.roadmap());
        ETags.demand(ctx, before.version());
        ObjectNode known = json(summary);
        ObjectNode wanted = MergePatch.apply(known, Json.read(ctx));
        Draft draft = Drafts.read(this, wanted, known, Place.of(ctx), before.version());
        answer(ctx, 200, saving.carryOut(ctx, key, draft.edits(), before));
    }

    /** Every evaluation that was more than a repetition, newest first: for which day, with which rules, and why. */
    public void evaluations(Context ctx) {
        Parameters query = Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT, "limit", "cursor");
        Paging paging = Paging.of(query);
        String key = ctx.pathParam("roadmap");
        ZoneId zone = parts.roadmaps().snapshot(key).roadmap().zone();
        Instant until = Asked.of(query, parts.clock().instant()).until(zone);
        List<EvaluationEntry> entries =
                parts.roadmaps().evaluations(key, paging.afterNumber(), until, paging.limit() + 1);
        ETags.answer(
                ctx,
                null,
                entries.isEmpty() && paging.after() == null
                        ? Paging.none("The rules had not looked at this roadmap by " + until + ".")
                        : paging.page(entries, e -> String.valueOf(e.id()), RoadmapsApi::json));
    }

    private static ObjectNode json(EvaluationEntry entry) {
        ObjectNode json = Json.of(entry.evaluated()).put("at", entry.at().toString());
        json.set("cause", Json.of(entry.cause()));
        return json;
    }

    private void answer(Context ctx, int status, Saved saved) {
        Roadmap roadmap = saved.after().roadmap();
        if (!DryRun.asked(ctx)) {
            ctx.header("ETag", ETags.of(recorded(roadmap).version()));
        }
        ObjectNode json = Written.of(this, roadmap);
        Saving.addFlags(json, saved);
        Json.answer(ctx, status, json);
    }

    private ObjectNode json(RoadmapSummary summary) {
        ObjectNode json = Written.of(this, summary.roadmap());
        Milestone next = summary.next();
        json.put("health", summary.health().name());
        ObjectNode flags = json.putObject("flagsBySeverity");
        summary.flags().forEach((severity, many) -> flags.put(severity.name(), many));
        json.putObject("milestones").put("total", summary.milestones()).put("done", summary.done());
        json.put("progress", summary.progress());
        if (next == null || next.due() == null) {
            json.putNull("nextDue");
        } else {
            ObjectNode due = json.putObject("nextDue").put("key", next.key()).put("title", next.title());
            due.set("due", Json.of(next.due()));
        }
        json.put(
                "confidence",
                summary.rating() == null ? null : summary.rating().level().name());
        return json;
    }

    @Override
    public Class<Roadmap> type() {
        return Roadmap.class;
    }

    @Override
    public String noun() {
        return "roadmap";
    }

    @Override
    public List<Roadmap> of(Snapshot snapshot, Place place) {
        return List.of(snapshot.roadmap());
    }

    @Override
    public String key(Roadmap roadmap) {
        return roadmap.key();
    }

    @Override
    public Recorded recorded(Roadmap roadmap) {
        return roadmap.recorded();
    }

    @Override
    public Set<String> given() {
        return Set.of(
                "health",
                "flagsBySeverity",
                "milestones",
                "progress",
                "nextDue",
                "confidence",
                "version",
                "updatedAt",
                "updatedBy");
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        Roadmap roadmap = new Roadmap(
                in.text("key"),
                in.text("title"),
                in.optionalText("description"),
                in.text("home"),
                in.optionalText("accountable"),
                in.optionalSource("directive"),
                in.optionalDay("published"),
                zone(in),
                in.texts("stages"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(roadmap.key(), new Edit.Put(roadmap));
    }

    private static ZoneId zone(JsonReader in) {
        String name = in.optionalText("zone");
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            in.error("zone", "Send the name of a time zone, such as Europe/Moscow.");
            return ZoneOffset.UTC;
        }
    }
}
