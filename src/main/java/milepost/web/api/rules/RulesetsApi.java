package milepost.web.api.rules;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.foresight.DryRun;
import milepost.roadmap.Publishing;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.book.RulesetVersion;
import milepost.rules.cases.CaseResult;
import milepost.rules.language.RuleFile;
import milepost.rules.worker.DraftReport;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** Versions of the rules in JSON, and rules that are tried before they become one. */
public final class RulesetsApi {
    private final Parts parts;

    public RulesetsApi(Parts parts) {
        this.parts = parts;
    }

    /** Published versions, the newest first. */
    public void list(Context ctx) {
        Parameters query = Parameters.of(ctx, "limit", "cursor", Asked.AS_OF, Asked.KNOWN_AT);
        Paging paging = Paging.of(query);
        RulesThen then = RulesThen.of(parts, query);
        List<RulesetVersion> versions = book().versions(paging.afterNumber(), then.until(), paging.limit() + 1);
        ObjectNode page = then.list(paging.page(versions, v -> String.valueOf(v.number()), Json::of));
        ETags.answer(ctx, null, page.put("live", then.number()));
    }

    /** Runs the cases that were sent with the rules. */
    public void test(Context ctx) {
        Parameters.of(ctx);
        RuleFiles files = files(new JsonReader(Json.read(ctx)), true);
        DraftReport report = usable(publishing().trial().test(files));
        List<CaseResult> results = report.cases();
        long passed = results.stream().filter(CaseResult::ok).count();
        ObjectNode json = Json.object().put("passed", passed).put("failed", results.size() - passed);
        json.set("cases", Json.value(results));
        json.set("coverage", Json.value(report.coverage()));
        json.set("problems", Json.value(report.problems()));
        Json.answer(ctx, 200, json);
    }

    /** What would become of the flags of every roadmap, or of the one named. */
    public void dryRun(Context ctx) {
        Parameters query = Parameters.of(ctx, "roadmap");
        RuleFiles files = files(new JsonReader(Json.read(ctx)), true);
        String roadmap = query.text("roadmap");
        if (roadmap != null && !Visitor.rights(ctx).mayRead(roadmap)) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such roadmap.");
        }
        List<String> keys = roadmap == null ? parts.roadmaps().keys(Reach.EVERYTHING) : List.of(roadmap);
        DraftReport report = usable(publishing().trial().onFacts(files, keys, false));
        DryRun run = DryRun.of(report, parts.roadmaps(), parts.flags()).seenBy(Visitor.reach(ctx));
        ObjectNode json = Json.object().put("ruleset", run.ruleset());
        json.put("live", parts.ruleset().get().version());
        counts(json, run::count);
        json.set("roadmaps", Json.value(run.roadmaps()));
        DryRun.Elsewhere elsewhere = run.elsewhere();
        ObjectNode unseen = json.putObject("elsewhere").put("roadmaps", elsewhere.roadmaps());
        counts(unseen, event -> elsewhere.changes().getOrDefault(event, 0));
        unseen.put("setAside", elsewhere.setAside());
        Json.answer(ctx, 200, json);
    }

    private static void counts(ObjectNode json, ToIntFunction<DryRun.Event> count) {
        for (DryRun.Event event : DryRun.Event.values()) {
            json.put(event.name().toLowerCase(Locale.ROOT), count.applyAsInt(event));
        }
    }

    /** Publishes the files as the next version, with the case files in use of rules whose cases were not sent. */
    public void publish(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        String comment = said(in, "Published over HTTP");
        RuleFiles sent = files(in, false);
        Integer base = in.optionalWhole("base");
        in.finish();
        Rulebook.Current live = book().current();
        String person = Visitor.person(ctx).name();
        RulesetVersion version = publishing()
                .publish(
                        Publication.web(person, person, comment),
                        withCases(sent, live.files()),
                        base == null ? live.number() : base);
        Json.answer(ctx, 201, Json.of(version));
    }

    /** Brings back the version of this number or hash. */
    public void restore(Context ctx) {
        Parameters.of(ctx);
        RulesetVersion former = version(ctx);
        JsonReader in = new JsonReader(ctx.bodyAsBytes().length == 0 ? Json.object() : Json.read(ctx));
        String comment = said(in, "Version " + former.number() + " is in use again");
        in.finish();
        RulesetVersion back = publishing().restore(Visitor.person(ctx).name(), former.number(), comment);
        Json.answer(ctx, 201, Json.of(back));
    }

    /** Somebody looked at the flags the version of this number or hash brought up. */
    public void lookedAt(Context ctx) {
        Parameters.of(ctx);
        int flags =
                parts.flags().lookedAt(Visitor.person(ctx).name(), version(ctx).hash(), Visitor.rights(ctx)::decides);
        Json.answer(ctx, 200, Json.object().put("flags", flags));
    }

    private static String said(JsonReader in, String otherwise) {
        String comment = in.optionalText("comment");
        return comment == null ? otherwise : comment;
    }

    private RulesetVersion version(Context ctx) {
        String asked = ctx.pathParam("version");
        Optional<RulesetVersion> found = asked.matches("[0-9]{1,11}")
                ? Optional.of(book().version(Long.parseLong(asked)))
                : book().findVersion(asked);
        return found.orElseThrow(
                () -> new Problem(Problem.Kind.NOT_FOUND, "There is no version " + asked + " of the rules."));
    }

    /** INVALID with every place that has an error. */
    private static DraftReport usable(DraftReport report) {
        if (report.version() == null) {
            throw RuleFiles.refusal(report.problems());
        }
        return report;
    }

    private static RuleFiles files(JsonReader in, boolean alone) {
        RuleFiles files = RuleFiles.of(SentFiles.read(in));
        if (alone) {
            in.finish();
        }
        return files;
    }

    private static RuleFiles withCases(RuleFiles sent, RuleFiles live) {
        RuleFiles whole = sent;
        for (var cases : live.cases()) {
            String rule = cases.path().replace(RuleFile.CASES, RuleFile.RULE);
            if (sent.find(rule).isPresent() && sent.find(cases.path()).isEmpty()) {
                whole = whole.with(cases.path(), cases.content());
            }
        }
        return whole;
    }

    private Rulebook book() {
        return parts.workbench().book();
    }

    private Publishing publishing() {
        return parts.workbench().publishing();
    }
}
