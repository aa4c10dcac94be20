package milepost.web.api.rules;

import io.javalin.http.Context;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import milepost.facts.Problem;
import milepost.flags.RuleInsight;
import milepost.rules.Ruleset;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.worker.DraftReport;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules in JSON. */
public final class RulesApi {
    private final Parts parts;

    public RulesApi(Parts parts) {
        this.parts = parts;
    }

    public void list(Context ctx) {
        Paging paging = Paging.of(Parameters.of(ctx, "limit", "cursor"));
        Ruleset ruleset = parts.ruleset().get();
        Map<String, RuleInsight> insights = parts.flags().insights();
        ObjectNode page = paging.cut(ruleset.rules(), RuleInfo::key, rule -> {
            ObjectNode json = line(rule);
            json.set("insight", insight(rule, insights.getOrDefault(rule.key(), RuleInsight.never(rule.key()))));
            return json;
        });
        page.put("ruleset", ruleset.version());
        ETags.answer(ctx, null, page);
    }

    /** A rule by its key or by an earlier key of it. */
    public void one(Context ctx) {
        Parameters.of(ctx);
        String key = ctx.pathParam("folder") + "/" + ctx.pathParam("name");
        Ruleset ruleset = parts.ruleset().get();
        RuleInfo rule = ruleset.findRule(key)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no rule of this key in use."));
        ObjectNode json = Json.of(rule).put("ruleset", ruleset.version());
        json.set("insight", insight(rule, parts.flags().insight(rule.key())));
        ETags.answer(ctx, null, json);
    }

    /** Every problem of the files at its place, with advice once there is no error; without an error they could be used. */
    public void check(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        List<RuleFile> files = SentFiles.read(in);
        in.finish();
        DraftReport report = parts.workbench().publishing().trial().check(RuleFiles.of(files));
        ObjectNode json = Json.object();
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problem -> problems.add(Json.of(problem)));
        ArrayNode rules = json.putArray("rules");
        report.rules().forEach(rule -> rules.add(line(rule)));
        Json.answer(ctx, 200, json);
    }

    private ObjectNode insight(RuleInfo rule, RuleInsight fared) {
        ObjectNode json = Json.object();
        json.put("active", fared.active()).put("ever", fared.ever());
        json.put("accepted", fared.accepted()).put("falsePositives", fared.falsePositives());
        json.put(
                "lastRaised",
                fared.lastRaised() == null ? null : fared.lastRaised().toString());
        json.put("noisy", fared.noisy());
        json.put(
                "averageMicros",
                parts.workbench()
                        .backstage()
                        .times()
                        .find(rule)
                        .map(time -> time.average().toNanos() / 1_000.0)
                        .orElse(null));
        json.put("reviewDue", rule.reviewDue(parts.today(ZoneOffset.UTC)));
        return json;
    }

    private static ObjectNode line(RuleInfo rule) {
        ObjectNode json = Json.of(rule);
        json.remove("text");
        return json;
    }
}
