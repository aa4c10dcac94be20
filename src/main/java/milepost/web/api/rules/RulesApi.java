package milepost.web.api.rules;

import io.javalin.http.Context;
import java.util.List;
import milepost.facts.Problem;
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
        ObjectNode page = paging.cut(ruleset.rules(), RuleInfo::key, RulesApi::line);
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
        ETags.answer(ctx, null, Json.of(rule).put("ruleset", ruleset.version()));
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

    private static ObjectNode line(RuleInfo rule) {
        ObjectNode json = Json.of(rule);
        json.remove("text");
        return json;
    }
}
