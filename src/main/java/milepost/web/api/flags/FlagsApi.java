package milepost.web.api.flags;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.flags.Decision;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.flags.FlagState;
import milepost.flags.Triage;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;

/** Flags in JSON. */
public final class FlagsApi {
    private final Parts parts;

    public FlagsApi(Parts parts) {
        this.parts = parts;
    }

    /** In the order of their ids, so that a cursor stays good while flags change. */
    public void list(Context ctx) {
        Parameters query = Parameters.of(
                ctx,
                "roadmap",
                "state",
                "triage",
                "severity",
                "rule",
                "subject",
                "q",
                "newSince",
                "shadow",
                "limit",
                "cursor");
        Paging paging = Paging.of(query);
        FlagQuery wanted = new FlagQuery(
                query.texts("roadmap"),
                query.allOf("state", FlagState.class),
                query.allOf("triage", Triage.class),
                query.allOf("severity", Severity.class),
                List.of(),
                query.text("rule"),
                query.text("subject"),
                query.text("q"),
                query.instant("newSince"),
                paging.afterNumber(),
                FlagQuery.Order.ID,
                0,
                paging.limit() + 1);
        List<Flag> flags = shadow(ctx, query)
                ? parts.flags().inShadow(wanted)
                : parts.flags().list(wanted);
        ETags.answer(ctx, null, paging.page(flags, flag -> String.valueOf(flag.id()), FlagJson::of));
    }

    /** Whether flags of rules in shadow are asked for; FORBIDDEN for those who are no authors. */
    private static boolean shadow(Context ctx, Parameters query) {
        boolean asked = query.truth("shadow");
        if (asked && !Visitor.covers(ctx, Role.AUTHOR)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "Flags of rules in shadow are for authors of rules only.");
        }
        return asked;
    }

    public void one(Context ctx) {
        Parameters.of(ctx);
        ETags.answer(ctx, null, new Explanation(parts).of(flag(ctx)));
    }

    /** Records a decision; the answer is the flag with its explanation. */
    public void triage(Context ctx) {
        Parameters.of(ctx);
        Flag flag = flag(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        Decision decision = DecisionReading.of(in);
        in.finish();
        LocalDate today =
                parts.today(parts.roadmaps().snapshot(flag.roadmap()).roadmap().zone());
        Flag decided = parts.flags().triage(Visitor.person(ctx).name(), flag.id(), decision, today);
        Json.answer(ctx, 200, new Explanation(parts).of(decided));
    }

    private Flag flag(Context ctx) {
        String id = ctx.pathParam("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no flag of this id.");
        }
        return Visitor.covers(ctx, Role.AUTHOR)
                ? parts.flags().flagForAuthors(Long.parseLong(id))
                : parts.flags().flag(Long.parseLong(id));
    }
}
