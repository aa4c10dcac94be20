package milepost.web.api.past;

import io.javalin.http.Context;
import java.util.List;
import milepost.roadmap.period.Period;
import milepost.roadmap.period.PeriodDraft;
import milepost.roadmap.period.Periods;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** The frozen reporting periods of a roadmap. */
public final class PeriodsApi {
    private final Parts parts;

    public PeriodsApi(Parts parts) {
        this.parts = parts;
    }

    public void list(Context ctx) {
        Parameters query = Parameters.of(ctx, "limit", "cursor", Asked.AS_OF, Asked.KNOWN_AT);
        String roadmap = ctx.pathParam("roadmap");
        Known known = Known.of(parts, roadmap, query);
        Periods periods = parts.desk().periods();
        List<Period> all = known.until() == null ? periods.list(roadmap) : periods.list(roadmap, known.until());
        ETags.answer(ctx, null, known.list(Paging.of(query).cut(all, Period::name, PeriodsApi::json)));
    }

    /** Freezes one as everything is known now. */
    public void freeze(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        PeriodDraft draft = new PeriodDraft(
                in.text("name"),
                in.day("from"),
                in.day("to"),
                in.optionalText("supersedes"),
                in.optionalText("reason"));
        in.finish();
        String person = Visitor.person(ctx).name();
        Json.answer(ctx, 201, json(parts.desk().periods().freeze(person, ctx.pathParam("roadmap"), draft)));
    }

    private static ObjectNode json(Period period) {
        return Json.object()
                .put("name", period.name())
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .put("supersedes", period.supersedes())
                .put("reason", period.reason())
                .put("asOf", period.to().toString())
                .put("knownAt", period.knownAt().toString())
                .put("ruleset", period.ruleset())
                .put("frozenBy", period.frozenBy())
                .put("supersededBy", period.supersededBy());
    }
}
