package milepost.web.api.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.api.http.Asked;
import milepost.web.api.http.Json;
import milepost.web.api.http.Parameters;
import milepost.web.api.http.Refusal;
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
    public void take(Context ctx) throws IOException {
        Parameters query = Parameters.of(ctx, "dryRun", "asOf", "profile", "strict", "title", "home");
        byte[] bytes = Uploads.read(ctx.bodyInputStream());
        Map<String, Object> answer = RecordIntake.is(bytes)
                ? exchange.records()
                        .take(
                                text(bytes),
                                new RecordIntake.Wish(
                                        ctx.pathParam("roadmap"), query.day("asOf"), query.truth("dryRun")))
                        .json()
                : table(ctx, bytes, query);
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

    private Map<String, Object> table(Context ctx, byte[] bytes, Parameters query) {
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
                query.truth("strict"));
        Plan plan = exchange.intake().plan("body", bytes, wish);
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), "Import", null);
        boolean dry = query.truth("dryRun");
        Saved saved = dry
                ? exchange.intake().preview(plan, wish, author)
                : exchange.intake().carryOut(plan, wish, author);
        return PlanText.json(wish.roadmap(), plan, saved, dry);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "The body is not UTF-8.");
        }
    }
}
