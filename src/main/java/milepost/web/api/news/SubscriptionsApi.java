package milepost.web.api.news;

import io.javalin.http.Context;
import java.util.List;
import milepost.facts.Problem;
import milepost.news.News;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Filter;
import milepost.news.subscription.Rhythm;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Wish;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the asker is told of flags. */
public final class SubscriptionsApi {
    private final News news;

    public SubscriptionsApi(Parts parts) {
        this.news = parts.news();
    }

    public void list(Context ctx) {
        Paging paging = Paging.of(Parameters.of(ctx, "limit", "cursor"));
        List<Subscription> all = news.subscriptions().of(me(ctx));
        ETags.answer(ctx, null, paging.cut(all, one -> "%015d".formatted(one.id()), SubscriptionsApi::json));
    }

    /** Makes one; the answer is the only one that holds the key of a webhook. */
    public void create(Context ctx) {
        Parameters.of(ctx);
        JsonReader in = new JsonReader(Json.read(ctx));
        Wish wish = new Wish(
                in.optionalText("channel"),
                in.optionalText("target"),
                in.optionalText("roadmap"),
                in.optionalText("severity"),
                in.optionalText("rule"),
                in.optionalText("owner"),
                in.texts("occasions"),
                new Wish.When(
                        in.optionalText("rhythm"),
                        whole(in, "hour"),
                        in.optionalText("day"),
                        in.optionalText("zone"),
                        whole(in, "quietFrom"),
                        whole(in, "quietUntil")));
        in.finish();
        Subscription made = news.subscriptions().create(me(ctx), wish);
        ObjectNode json = json(made);
        json.put("secret", made.channel() == Channel.WEBHOOK ? made.keys().shown() : null);
        Json.answer(ctx, 201, json);
    }

    /** Pauses, resumes, tests or ends one, or asks the owner of its address again. */
    public void act(Context ctx) {
        Parameters.of(ctx);
        String number = ctx.pathParam("subscription");
        long id = number.matches("[0-9]{1,15}") ? Long.parseLong(number) : 0;
        Subscription subscription = news.subscriptions().one(me(ctx), id);
        switch (ctx.pathParam("act")) {
            case "pause" -> news.subscriptions().pause(me(ctx), id);
            case "resume" -> news.subscriptions().resume(me(ctx), id);
            case "test" -> news.deliveries().test(subscription);
            case "ask" -> news.subscriptions().askAgain(me(ctx), id);
            case "end" -> news.subscriptions().end(me(ctx), id);
            default ->
                throw new Problem(
                        Problem.Kind.NOT_FOUND, "A subscription can be sent to pause, resume, test, ask or end.");
        }
        boolean ended = ctx.pathParam("act").equals("end");
        Json.answer(ctx, 200, json(ended ? subscription : news.subscriptions().one(me(ctx), id)));
    }

    private static @Nullable String whole(JsonReader in, String name) {
        Integer value = in.optionalWhole(name);
        return value == null ? null : value.toString();
    }

    private static ObjectNode json(Subscription subscription) {
        Filter filter = subscription.filter();
        Rhythm rhythm = subscription.rhythm();
        Rhythm.Quiet quiet = rhythm.quiet();
        ObjectNode json = Json.object()
                .put("id", subscription.id())
                .put("channel", subscription.channel().name())
                .put("target", subscription.target())
                .put("roadmap", filter.roadmap())
                .put("severity", filter.severity().name())
                .put("rule", filter.rule())
                .put("owner", filter.owner());
        json.set(
                "occasions",
                Json.value(filter.occasions().stream().sorted().map(Enum::name).toList()));
        return json.put("rhythm", rhythm.kind().name())
                .put("hour", rhythm.hour())
                .put("day", rhythm.day().name())
                .put("zone", rhythm.zone().getId())
                .put("quietFrom", quiet == null ? null : Integer.valueOf(quiet.from()))
                .put("quietUntil", quiet == null ? null : Integer.valueOf(quiet.until()))
                .put("state", subscription.state().name())
                .put("why", subscription.why())
                .put("createdAt", subscription.createdAt().toString());
    }

    private static String me(Context ctx) {
        return Visitor.person(ctx).name();
    }
}
