package milepost.web.api.flags;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.flags.ActResult;
import milepost.flags.FlagRef;
import milepost.flags.Selection;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.api.http.Refusal;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

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
                Asked.AS_OF,
                Asked.KNOWN_AT,
                "roadmap",
                "state",
                "triage",
                "severity",
                "rule",
                "subject",
                "q",
                "assignee",
                "newSince",
                "shadow",
                "limit",
                "cursor");
        Paging paging = Paging.of(query);
        FlagQuery wanted = FlagQuery.all()
                .seenBy(Visitor.reach(ctx))
                .inRoadmaps(query.texts("roadmap"))
                .in(query.allOf("state", FlagState.class).toArray(FlagState[]::new))
                .decided(query.allOf("triage", Triage.class))
                .of(query.allOf("severity", Severity.class).toArray(Severity[]::new))
                .ofRule(parts.presentKey(query.text("rule")))
                .about(query.text("subject"))
                .matching(query.text("q"))
                .assignedTo(query.texts("assignee"))
                .newSince(query.instant("newSince"))
                .by(FlagQuery.Order.ID)
                .after(paging.afterNumber())
                .atMost(paging.limit() + 1);
        Asked asked = Asked.of(query, parts.clock().instant());
        boolean shadow = shadow(ctx, query);
        if (asked.any()) {
            then(ctx, asked, paging, wanted);
            return;
        }
        List<Flag> flags =
                shadow ? parts.flags().inShadow(wanted) : parts.flags().list(wanted);
        ETags.answer(ctx, null, paging.page(flags, flag -> String.valueOf(flag.id()), FlagJson::of));
    }

    /** Flags as they were; what rules in shadow found then is kept by nobody. */
    private void then(Context ctx, Asked asked, Paging paging, FlagQuery wanted) {
        List<Flag> then = then(asked, Visitor.reach(ctx));
        List<Flag> flags = new Selection(then).list(wanted);
        ETags.answer(
                ctx,
                null,
                then.isEmpty()
                        ? Paging.none("No flag had been recorded by then.")
                        : paging.page(flags, flag -> String.valueOf(flag.id()), FlagJson::of));
    }

    /** Whether flags of rules in shadow are asked for; FORBIDDEN for those who are no authors. */
    private static boolean shadow(Context ctx, Parameters query) {
        boolean asked = query.truth("shadow");
        if (asked && !Visitor.covers(ctx, Role.AUTHOR)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "Flags of rules in shadow are for authors of rules only.");
        }
        if (asked && Asked.given(query)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "Flags of rules in shadow are listed as they stand only; leave asOf and knownAt out.");
        }
        return asked;
    }

    /** A flag as it stands, or as it was: then with what was recorded of it by then. */
    public void one(Context ctx) {
        Asked asked = Asked.of(
                Parameters.of(ctx, Asked.AS_OF, Asked.KNOWN_AT), parts.clock().instant());
        Flag flag = flag(ctx);
        Explanation explanation = new Explanation(parts);
        if (asked.any()) {
            ETags.answer(ctx, null, explanation.then(flag, asked.until(zone(flag.roadmap()))));
            return;
        }
        ObjectNode json = explanation.of(flag);
        ETags.answer(ctx, ETags.of(flag.version(), json), json);
    }

    /** Every flag of every roadmap within reach as it was. */
    private List<Flag> then(Asked asked, Reach reach) {
        return parts.roadmaps().keys(reach).stream()
                .flatMap(key -> parts.archive().findThen(key, asked.until(zone(key))).stream())
                .flatMap(then -> then.flags().stream())
                .toList();
    }

    private ZoneId zone(String roadmap) {
        return parts.roadmaps().snapshot(roadmap).roadmap().zone();
    }

    /**
     * Does one thing to a flag; the answer is the flag with its explanation. Which version the sender saw is said by {@code If-Match} or
     * in the body, if at all.
     */
    public void triage(Context ctx) {
        Parameters.of(ctx);
        Flag flag = flag(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        Integer version = in.optionalWhole("version");
        if (ctx.header("If-Match") != null) {
            ETags.demand(ctx, flag.version());
            version = version == null ? Integer.valueOf(flag.version()) : version;
        }
        FlagRef seen = new FlagRef(flag.id(), version);
        Act act = ActReading.act(in, parts);
        Json.answer(ctx, 200, new Explanation(parts).of(acted(ctx, flag, seen, act)));
    }

    /** The flag after the act; who comes too late is shown it as it is now. */
    private Flag acted(Context ctx, Flag flag, FlagRef seen, Act act) {
        try {
            return parts.flags().triaging().act(decider(ctx), seen, act, today(flag.roadmap()));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            throw Refusal.of(refused, field -> Refusal.Part.POINTER).showing("flag", FlagJson.of(flag(ctx)));
        }
    }

    /** Does the same thing to several flags; the answer says of each what came of it. */
    public void bulk(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        List<FlagRef> seen = ActReading.flags(in);
        Act act = ActReading.act(in, parts);
        List<ActResult> results =
                parts.flags().triaging().act(parts.deciders(Visitor.rights(ctx)), seen, act, this::today);
        Json.answer(ctx, 200, FlagJson.results(results));
    }

    private Decider decider(Context ctx) {
        return parts.decider(Visitor.person(ctx));
    }

    private LocalDate today(String roadmap) {
        return parts.today(zone(roadmap));
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
