package milepost.web.account.news;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milepost.facts.Problem;
import milepost.news.subscription.Occasion;
import milepost.news.subscription.Rhythm;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Wish;
import org.jspecify.annotations.Nullable;

/** A subscription as typed, and why that was refused. */
public record SubscriptionForm(
        Map<String, String> values,
        List<String> occasions,
        @Nullable Problem problem) {
    private static final List<String> FIELDS = List.of(
            "channel",
            "target",
            "roadmap",
            "severity",
            "rule",
            "owner",
            "rhythm",
            "hour",
            "day",
            "zone",
            "quietFrom",
            "quietUntil");

    /** A form to begin with. */
    static SubscriptionForm blank(boolean mail, ZoneId zone) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "channel", mail ? "MAIL" : "WEBHOOK",
                "severity", "HIGH",
                "rhythm", "INSTANT",
                "hour", "8",
                "day", "MONDAY",
                "zone", zone.getId()));
        return new SubscriptionForm(values, List.of("RAISED", "CLEARED", "ESCALATED", "RETURNED"), null);
    }

    /** What was sent. */
    static SubscriptionForm of(Context ctx) {
        Map<String, String> values = new TreeMap<>();
        for (String field : FIELDS) {
            String typed = ctx.formParam(field);
            values.put(field, typed == null ? "" : typed);
        }
        return new SubscriptionForm(values, ctx.formParams("occasions"), null);
    }

    /** What is so now. */
    static SubscriptionForm of(Subscription subscription) {
        Map<String, String> values = new TreeMap<>();
        Rhythm rhythm = subscription.rhythm();
        Rhythm.Quiet quiet = rhythm.quiet();
        values.put("channel", subscription.channel().name());
        values.put("target", subscription.target());
        put(values, "roadmap", subscription.filter().roadmap());
        values.put("severity", subscription.filter().severity().name());
        put(values, "rule", subscription.filter().rule());
        put(values, "owner", subscription.filter().owner());
        values.put("rhythm", rhythm.kind().name());
        values.put("hour", String.valueOf(rhythm.hour()));
        values.put("day", rhythm.day().name());
        values.put("zone", rhythm.zone().getId());
        values.put("quietFrom", quiet == null ? "" : String.valueOf(quiet.from()));
        values.put("quietUntil", quiet == null ? "" : String.valueOf(quiet.until()));
        return new SubscriptionForm(
                values,
                subscription.filter().occasions().stream().map(Occasion::name).toList(),
                null);
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        values.put(name, value == null ? "" : value);
    }

    SubscriptionForm refused(Problem why) {
        return new SubscriptionForm(values, occasions, why);
    }

    Wish wish() {
        return new Wish(
                value("channel"),
                value("target"),
                value("roadmap"),
                value("severity"),
                value("rule"),
                value("owner"),
                occasions,
                new Wish.When(
                        value("rhythm"),
                        value("hour"),
                        value("day"),
                        value("zone"),
                        value("quietFrom"),
                        value("quietUntil")));
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String error(String field) {
        return problem == null
                ? null
                : problem.fields().stream()
                        .filter(f -> f.field().equals(field))
                        .map(Problem.FieldError::message)
                        .findFirst()
                        .orElse(null);
    }
}
