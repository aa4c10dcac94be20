package milepost.web.api.past;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.roadmap.Past;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.roadmap.history.Comparison;
import milepost.roadmap.history.Promise;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import milepost.web.api.flags.FlagJson;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.api.http.Refusal;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The history of a roadmap, its slips, what is different between two moments, and undo. */
public final class PastApi {
    private final Parts parts;

    public PastApi(Parts parts) {
        this.parts = parts;
    }

    /** The changes of a roadmap, newest first. */
    public void history(Context ctx) {
        Parameters query = Parameters.of(
                ctx, "by", "kind", "milestone", "from", "to", "limit", "cursor", Asked.AS_OF, Asked.KNOWN_AT);
        Paging paging = Paging.of(query);
        String roadmap = ctx.pathParam("roadmap");
        Known known = Known.of(parts, roadmap, query);
        LocalDate from = query.day("from");
        LocalDate to = query.day("to");
        HistoryFilter filter = new HistoryFilter(
                paging.afterNumber(),
                query.text("by"),
                kind(query.text("kind")),
                query.text("milestone"),
                from == null ? null : start(known, from),
                to == null ? null : start(known, to.plusDays(1)));
        List<LogEntry> entries = known.past(parts).page(roadmap, filter, paging.limit() + 1);
        ETags.answer(
                ctx,
                null,
                known.list(paging.page(entries, e -> String.valueOf(e.change().id()), e -> PastJson.change(e, parts))));
    }

    /** One change with everything it touched. */
    public void change(Context ctx) {
        String roadmap = ctx.pathParam("roadmap");
        Known known = Known.of(parts, roadmap, Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT));
        ETags.answer(ctx, null, PastJson.change(known.past(parts).change(roadmap, number(ctx)), parts));
    }

    /** Takes a change back by a new one. */
    public void undo(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        String reason = in.optionalText("reason");
        in.finish();
        String roadmap = ctx.pathParam("roadmap");
        boolean manager = Visitor.person(ctx).role().covers(Role.MANAGER);
        if (!manager
                && parts.roadmaps().reversals().undoing(roadmap, number(ctx)).baselines()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "This change set baselines; only a manager takes it back.");
        }
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), reason, null);
        Saved saved = parts.roadmaps().reversals().undo(author, roadmap, number(ctx));
        ObjectNode json = Json.object();
        json.put(
                "change",
                saved.change() == null ? null : Long.valueOf(saved.change().id()));
        json.put("undoes", number(ctx));
        FlagJson.addChanges(json, saved);
        Json.answer(ctx, 201, json);
    }

    /** What each milestone has promised through time. */
    public void slips(Context ctx) {
        Parameters query = Parameters.of(ctx, "limit", "cursor", Asked.AS_OF, Asked.KNOWN_AT);
        String roadmap = ctx.pathParam("roadmap");
        Known known = Known.of(parts, roadmap, query);
        List<Promise> promises = known.past(parts).promises(roadmap);
        ETags.answer(ctx, null, known.list(Paging.of(query).cut(promises, Promise::milestone, PastJson::promise)));
    }

    /** What is different between two moments. */
    public void compare(Context ctx) {
        Parameters query = Parameters.of(ctx, "from", "to", Asked.AS_OF, Asked.KNOWN_AT);
        if (query.text("from") == null) {
            throw parameter("from", "Send from: a day, an instant, the number of a change, or a baseline.");
        }
        String roadmap = ctx.pathParam("roadmap");
        Past past = Known.of(parts, roadmap, query).past(parts);
        ETags.answer(ctx, null, json(compared(past, roadmap, query)));
    }

    private static Comparison compared(Past past, String roadmap, Parameters query) {
        try {
            return past.compare(roadmap, query.text("from"), query.text("to"));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.INVALID) {
                throw parameter(problem.fields().get(0).field(), String.valueOf(problem.getMessage()));
            }
            throw problem;
        }
    }

    private static ObjectNode json(Comparison comparison) {
        ObjectNode json = Json.object();
        json.set("from", PastJson.moment(comparison.from()));
        json.set("to", PastJson.moment(comparison.to()));
        ArrayNode differences = json.putArray("differences");
        for (Comparison.Difference difference : comparison.differences()) {
            ObjectNode fact = differences
                    .addObject()
                    .put("fact", difference.type().getSimpleName())
                    .put("key", difference.key())
                    .put("title", difference.title())
                    .put("how", difference.how().name());
            PastJson.fields(fact, difference.fields());
        }
        ArrayNode flags = json.putArray("flags");
        comparison
                .flags()
                .forEach(f -> flags.addObject()
                        .put("flag", f.flag())
                        .put("rule", f.rule())
                        .put("subject", f.subject())
                        .put("old", f.before() == null ? null : f.before().name())
                        .put("new", f.after() == null ? null : f.after().name())
                        .put("message", f.message()));
        return json;
    }

    private static @Nullable String kind(@Nullable String text) {
        Set<String> kinds = HistoryFilter.KINDS;
        if (text != null && !kinds.contains(text)) {
            throw parameter(
                    "kind",
                    "Send kind as one of "
                            + String.join(", ", kinds.stream().sorted().toList()) + ".");
        }
        return text;
    }

    private static Instant start(Known known, LocalDate day) {
        return day.atStartOfDay(known.zone()).toInstant();
    }

    private static Refusal parameter(String name, String sentence) {
        return new Refusal(400, sentence, new Refusal.Fault(Refusal.Part.PARAMETER, name, sentence));
    }

    private static long number(Context ctx) {
        String typed = ctx.pathParam("change");
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }
}
