package milepost.web.api.rules;

import io.javalin.http.Context;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.Problem;
import milepost.flags.store.RuleInsight;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.worker.DraftReport;
import milepost.rules.writing.FileName;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules in JSON. */
public final class RulesApi {
    private final Parts parts;

    public RulesApi(Parts parts) {
        this.parts = parts;
    }

    public void list(Context ctx) {
        Parameters query = Parameters.of(ctx, "limit", "cursor", Asked.AS_OF, Asked.KNOWN_AT);
        RulesThen then = RulesThen.of(parts, query);
        Map<String, RuleInsight> insights = then.now() ? parts.flags().insights() : Map.of();
        ObjectNode page = then.list(Paging.of(query).cut(then.ruleset().rules(), RuleInfo::key, rule -> {
            ObjectNode json = line(rule);
            if (then.now()) {
                json.set("insight", insight(rule, insights.getOrDefault(rule.key(), RuleInsight.never(rule.key()))));
            }
            return json;
        }));
        page.put("ruleset", then.early() == null ? then.ruleset().version() : null);
        ETags.answer(ctx, null, page);
    }

    /** A rule by its key or by an earlier key of it; how it fares is told of the rules in use only. */
    public void one(Context ctx) {
        RulesThen then = RulesThen.of(parts, Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT));
        if (then.early() != null) {
            throw new Problem(Problem.Kind.NOT_FOUND, then.early());
        }
        Map<String, String> named = ctx.pathParamMap();
        String key = named.containsKey("key") ? named.get("key") : named.get("folder") + "/" + named.get("name");
        String when = then.now() ? "in use." : "in version " + then.number() + ", which was in use then.";
        RuleInfo rule = then.ruleset()
                .findRule(key)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no rule of this key " + when));
        ObjectNode json = Json.of(rule).put("ruleset", then.ruleset().version());
        then.ruleset().findTree(rule.key()).ifPresent(tree -> RuleInWords.add(json, tree));
        if (then.now()) {
            json.set("insight", insight(rule, parts.flags().insight(rule.key())));
        }
        ETags.answer(ctx, null, json);
    }

    /** Every problem of the files at its place, with advice once there is no error; without an error they could be used. */
    public void check(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        List<RuleFile> files = SentFiles.read(in);
        in.finish();
        List<String> seen = parts.roadmaps().keys(Visitor.reach(ctx));
        DraftReport report = parts.workbench().publishing().trial().check(RuleFiles.of(files), seen);
        ObjectNode json = Json.object();
        ArrayNode problems = json.putArray("problems");
        Set<String> changed =
                RuleFiles.of(files).differing(parts.workbench().book().current().files());
        report.problems().forEach(problem -> problems.add(Json.of(asPublished(problem, changed))));
        ArrayNode rules = json.putArray("rules");
        report.rules().forEach(rule -> rules.add(line(rule)));
        Json.answer(ctx, 200, json);
    }

    /** Rules in use may stand in files of other names; what is new may not. */
    private static RuleProblem asPublished(RuleProblem problem, Set<String> changed) {
        return problem.code().equals(FileName.CODE) && changed.contains(problem.path())
                ? problem.at(RuleProblem.Level.ERROR)
                : problem;
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
