package milepost.web.api.exchange;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import milepost.exchange.RecordIntake;
import milepost.exchange.intake.Meaning;
import milepost.exchange.intake.Plan;
import milepost.exchange.intake.PlanText;
import milepost.exchange.intake.Wish;
import milepost.exchange.out.Exports;
import milepost.exchange.out.Format;
import milepost.exchange.table.Decoding;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.api.http.Asked;
import milepost.web.api.http.DryRun;
import milepost.web.api.http.Json;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Exchange;
import milepost.web.layout.Parts;
import milepost.web.layout.Uploads;
import milepost.web.layout.Visitor;

/** Takes files in and hands files out. */
public final class ExchangeApi {
    private final Parts parts;
    private final Exchange exchange;

    public ExchangeApi(Parts parts) {
        this.parts = parts;
        this.exchange = parts.exchange();
    }

    /** Takes the body in: a table as CSV or workbook, or a history as JSON; what it is follows from what it holds. */
    public void take(Context ctx) {
        Parameters query = Parameters.of(ctx, "dryRun", "asOf", "profile", "strict", "title", "home", "reason");
        byte[] bytes = Uploads.body(ctx);
        boolean dry = query.truth("dryRun") || DryRun.asked(ctx);
        if (DryRun.asked(ctx)) {
            DryRun.applied(ctx);
        }
        Map<String, Object> answer = RecordIntake.is(bytes)
                ? exchange.records()
                        .take(
                                Decoding.json(bytes),
                                new RecordIntake.Wish(ctx.pathParam("roadmap"), query.day("asOf"), dry))
                        .json()
                : table(ctx, bytes, query, dry);
        Json.answer(ctx, 200, Json.value(answer));
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

    private Map<String, Object> table(Context ctx, byte[] bytes, Parameters query, boolean dry) {
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
        Plan plan = exchange.intake().plan("body", bytes, wish);
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), "Import", null);
        Saved saved = dry
                ? exchange.intake().preview(plan, wish, author)
                : exchange.intake().carryOut(plan, wish, author);
        return PlanText.json(wish.roadmap(), plan, saved, dry);
    }
}
