package milepost.web.api.exchange;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milepost.exchange.RecordIntake;
import milepost.exchange.intake.Wish;
import milepost.exchange.intake.heading.Meaning;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.PlanText;
import milepost.exchange.intake.plan.Trouble;
import milepost.exchange.out.Exports;
import milepost.exchange.out.Format;
import milepost.exchange.table.Decoding;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Tracker;
import milepost.facts.Problem;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.api.http.Asked;
import milepost.web.api.http.DryRun;
import milepost.web.api.http.Json;
import milepost.web.api.http.Parameters;
import milepost.web.api.http.Refusal;
import milepost.web.api.http.RespondAsync;
import milepost.web.layout.Exchange;
import milepost.web.layout.Parts;
import milepost.web.layout.Uploads;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** Takes files in and hands files out. */
public final class ExchangeApi {
    private static final Set<String> IN_ADDRESS = Set.of("key", "asOf", "reason", "title", "home");

    private final Parts parts;
    private final Exchange exchange;
    private final Begun begun;

    public ExchangeApi(Parts parts) {
        this.parts = parts;
        this.exchange = parts.exchange();
        this.begun = new Begun(exchange.runs());
    }

    /** Takes the body in: a table as CSV or workbook, or a history as JSON; what it is follows from what it holds. */
    public void take(Context ctx) {
        Parameters query = Parameters.of(ctx, "dryRun", "asOf", "profile", "strict", "title", "home", "reason");
        byte[] bytes = Uploads.body(ctx);
        boolean dry = query.truth("dryRun") || DryRun.asked(ctx);
        if (DryRun.asked(ctx)) {
            DryRun.applied(ctx);
        }
        ImportRuns.Task<Map<String, Object>> task =
                RecordIntake.is(bytes) ? history(ctx, bytes, query, dry) : table(ctx, bytes, query, dry);
        if (RespondAsync.asked(ctx)) {
            begin(ctx, dry, task);
        } else {
            Json.answer(ctx, 200, Json.value(now(task)));
        }
    }

    private static Map<String, Object> now(ImportRuns.Task<Map<String, Object>> task) {
        try {
            return task.carryOut(Tracker.NONE, ImportRuns.Unit.PLAIN);
        } catch (Problem problem) {
            throw located(problem);
        }
    }

    /** What is wrong, each at its place: in the table, in the address, or in the JSON that was sent. */
    static Refusal located(Problem problem) {
        return Refusal.of(problem, field -> {
            if (Trouble.in(field)) {
                return Refusal.Part.PLACE;
            }
            return IN_ADDRESS.contains(field) ? Refusal.Part.PARAMETER : Refusal.Part.POINTER;
        });
    }

    /** How far an import has come that was begun before, and what came of it. */
    public void begun(Context ctx) {
        Parameters.of(ctx);
        answer(ctx, 200, begun.find(ctx.pathParam("import"), Visitor.person(ctx).name()));
    }

    /** Stops an import that goes on; nothing of it is stored. */
    public void stop(Context ctx) {
        Parameters.of(ctx);
        String id = ctx.pathParam("import");
        String person = Visitor.person(ctx).name();
        if (DryRun.asked(ctx)) {
            DryRun.applied(ctx);
            answer(ctx, 200, begun.find(id, person));
        } else {
            answer(ctx, 200, begun.stop(id, person));
        }
    }

    private void begin(Context ctx, boolean dry, ImportRuns.Task<Map<String, Object>> task) {
        String person = Visitor.person(ctx).name();
        String id = begun.begin(person, ctx.pathParam("roadmap"), dry, task)
                .orElseThrow(() -> new Refusal(
                        503,
                        "Many files are being read at the moment; nothing was taken in. Send it again in a minute."));
        RespondAsync.applied(ctx);
        ctx.header("Location", "/api/v1/imports/" + id);
        answer(ctx, 202, begun.find(id, person));
    }

    private static void answer(Context ctx, int status, Optional<ObjectNode> found) {
        ObjectNode json = found.orElseThrow(() -> new Problem(
                Problem.Kind.NOT_FOUND,
                "There is no such import of yours: each is remembered for a day, the newest " + ImportRuns.OF_ONE_PERSON
                        + " of a person."));
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, status, json);
    }

    /** A roadmap as a file: as it stands, or as it would have gone out then. */
    public void give(Context ctx) {
        Parameters query = Parameters.of(ctx, "format", Asked.AS_OF, Asked.KNOWN_AT);
        Format format = query.allOf("format", Format.class).stream().findFirst().orElse(Format.json);
        Asked asked = Asked.of(query, parts.clock().instant());
        String roadmap = ctx.pathParam("roadmap");
        ZoneId zone = parts.roadmaps().snapshot(roadmap).roadmap().zone();
        Exports.Exported exported = asked.any()
                ? exchange.exports().of(parts.archive().then(roadmap, asked.until(zone)), format)
                : exchange.exports().of(roadmap, format);
        ctx.header("Content-Disposition", "attachment; filename=\"" + exported.name() + "\"");
        ctx.header("Cache-Control", "private, no-cache");
        ctx.contentType(format.type()).result(exported.content());
    }

    private ImportRuns.Task<Map<String, Object>> history(Context ctx, byte[] bytes, Parameters query, boolean dry) {
        RecordIntake.Wish wish = new RecordIntake.Wish(ctx.pathParam("roadmap"), query.day("asOf"), dry);
        return (tracker, unit) -> unit.of(
                () -> exchange.records()
                        .take(Decoding.json(bytes), wish, tracker)
                        .json(),
                ExchangeApi::text);
    }

    private ImportRuns.Task<Map<String, Object>> table(Context ctx, byte[] bytes, Parameters query, boolean dry) {
        String profile = query.text("profile");
        Map<String, Meaning> meanings =
                profile == null ? Map.of() : exchange.profiles().get(profile);
        Wish wish = new Wish(
                ctx.pathParam("roadmap"),
                query.text("title"),
                query.text("home"),
                query.day("asOf"),
                meanings,
                List.of(),
                Map.of(),
                query.truth("strict"),
                query.text("reason"));
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), "Import", null);
        return (tracker, unit) -> {
            Plan plan = exchange.intake().plan("body", bytes, wish, tracker);
            return unit.of(
                    () -> {
                        Saved saved = dry
                                ? exchange.intake().preview(plan, wish, author, tracker)
                                : exchange.intake().carryOut(plan, wish, author, tracker);
                        return PlanText.json(wish.roadmap(), plan, saved, dry);
                    },
                    ExchangeApi::text);
        };
    }

    private static String text(Map<String, Object> result) {
        return Json.value(result).toString();
    }
}
