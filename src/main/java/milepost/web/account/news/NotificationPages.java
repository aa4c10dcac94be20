package milepost.web.account.news;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.access.Feeds;
import milepost.facts.Problem;
import milepost.news.outbox.Deliveries;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Subscriptions;
import milepost.roadmap.RoadmapSummary;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** What the visitor asks to be told of flags. */
public final class NotificationPages {
    private static final String PATH = "/account/notifications";
    private static final Map<String, String> DONE = Map.of(
            "saved",
            "Saved.",
            "asked",
            "A mail with a link is on its way to the address. Nothing else is sent there until its owner has said yes.",
            "tested",
            "A test is on its way. What became of it stands with its subscription; reload the page to look.",
            "paused",
            "Paused: what happens from now on is not told.",
            "resumed",
            "Resumed: what happens from now on is told.",
            "ended",
            "Ended. Nothing more of it is told.");

    private final Parts parts;
    private final Pages pages;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    public NotificationPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
        this.subscriptions = parts.news().subscriptions();
        this.deliveries = parts.news().deliveries();
    }

    public void list(Context ctx) {
        list(ctx, blank(ctx), null);
    }

    /** Makes an address for readers of feeds; the answer is the only place where it is shown. */
    public void feed(Context ctx) {
        String secret = parts.people().feeds().create(Visitor.person(ctx), Feeds.FLAGS);
        ctx.attribute("feed", "/feeds/" + secret + ".atom");
        list(ctx, blank(ctx), null);
    }

    /** Ends an address for readers of feeds. */
    public void endFeed(Context ctx) {
        parts.people().feeds().end(Visitor.person(ctx), id(ctx));
        Redirects.to(ctx, PATH + "#feed");
    }

    private NotificationsView.Addresses addresses(Context ctx) {
        String path = ctx.attribute("feed");
        boolean secure = "https".equals(ctx.header("X-Forwarded-Proto"));
        String site = (secure ? "https" : ctx.scheme()) + "://" + ctx.host();
        List<NotificationsView.Address> all = parts.people().feeds().list(Visitor.person(ctx), Feeds.FLAGS).stream()
                .map(feed -> new NotificationsView.Address(feed.id(), Words.time(feed.createdAt(), ZoneOffset.UTC)))
                .toList();
        return new NotificationsView.Addresses(all, path == null ? null : site + path);
    }

    /** Makes a subscription; the answer is the only place where the key of a webhook is shown. */
    public void create(Context ctx) {
        SubscriptionForm typed = SubscriptionForm.of(ctx);
        try {
            Subscription made = subscriptions.create(me(ctx), typed.wish());
            if (made.channel() == Channel.WEBHOOK) {
                list(ctx, blank(ctx), made.keys().shown());
            } else {
                saved(ctx, made, "saved");
            }
        } catch (Problem refused) {
            ctx.status(422);
            list(ctx, typed.refused(refused), null);
        }
    }

    public void edit(Context ctx) {
        Subscription subscription = subscriptions.one(me(ctx), id(ctx));
        edit(ctx, subscription, SubscriptionForm.of(subscription));
    }

    public void change(Context ctx) {
        SubscriptionForm typed = SubscriptionForm.of(ctx);
        Subscription subscription = subscriptions.one(me(ctx), id(ctx));
        try {
            saved(ctx, subscriptions.change(me(ctx), subscription.id(), typed.wish()), "saved");
        } catch (Problem refused) {
            ctx.status(422);
            edit(ctx, subscription, typed.refused(refused));
        }
    }

    private static void saved(Context ctx, Subscription subscription, String done) {
        boolean asked = subscription.state() == Subscription.State.UNCONFIRMED;
        Redirects.to(ctx, PATH + "?done=" + (asked ? "asked" : done) + "#s-" + subscription.id());
    }

    /** Sends the link to the owner of the address once more. */
    public void ask(Context ctx) {
        subscriptions.askAgain(me(ctx), id(ctx));
        Redirects.to(ctx, PATH + "?done=asked#s-" + id(ctx));
    }

    public void pause(Context ctx) {
        subscriptions.pause(me(ctx), id(ctx));
        Redirects.to(ctx, PATH + "?done=paused#s-" + id(ctx));
    }

    public void resume(Context ctx) {
        subscriptions.resume(me(ctx), id(ctx));
        saved(ctx, subscriptions.one(me(ctx), id(ctx)), "resumed");
    }

    public void end(Context ctx) {
        subscriptions.end(me(ctx), id(ctx));
        Redirects.to(ctx, PATH + "?done=ended");
    }

    /** Sends a message that only says that messages arrive; what became of it stands in the list. */
    public void test(Context ctx) {
        deliveries.test(subscriptions.one(me(ctx), id(ctx)));
        Redirects.to(ctx, PATH + "?done=tested#s-" + id(ctx));
    }

    private void list(Context ctx, SubscriptionForm form, @Nullable String secret) {
        List<NotificationsView.Row> rows =
                subscriptions.of(me(ctx)).stream().map(this::row).toList();
        String done = DONE.get(Objects.requireNonNullElse(ctx.queryParam("done"), ""));
        String title = (form.problem() == null ? "" : "Error: ") + "Notifications";
        NotificationsView view = new NotificationsView(rows, form, choices(ctx), secret, done, addresses(ctx));
        pages.show(ctx, new Page(title, Place.ELSEWHERE, "milepost/web/account/news/notifications.jte", view));
    }

    private void edit(Context ctx, Subscription subscription, SubscriptionForm form) {
        NotificationsView view =
                new NotificationsView(List.of(row(subscription)), form, choices(ctx), null, null, addresses(ctx));
        String title = (form.problem() == null ? "" : "Error: ") + "Notification " + subscription.id();
        pages.show(ctx, new Page(title, Place.ELSEWHERE, "milepost/web/account/news/subscription.jte", view));
    }

    private NotificationsView.Row row(Subscription subscription) {
        return Said.row(
                subscription,
                subscriptions.confirmations().find(subscription),
                deliveries.findLatest(subscription.id()));
    }

    private NotificationsView.Choices choices(Context ctx) {
        List<NotificationsView.Roadmap> roadmaps = parts.roadmaps().list(Visitor.reach(ctx)).stream()
                .map(RoadmapSummary::roadmap)
                .map(roadmap -> new NotificationsView.Roadmap(roadmap.key(), roadmap.title()))
                .toList();
        List<String> rules = parts.ruleset().get().rules().stream()
                .map(rule -> rule.key())
                .sorted()
                .toList();
        return new NotificationsView.Choices(subscriptions.mail(), roadmaps, rules);
    }

    /** People of an installation mostly live where its first roadmap does. */
    private SubscriptionForm blank(Context ctx) {
        ZoneId zone = parts.roadmaps().list(Visitor.reach(ctx)).stream()
                .findFirst()
                .map(summary -> summary.roadmap().zone())
                .orElse(ZoneOffset.UTC);
        return SubscriptionForm.blank(subscriptions.mail(), zone);
    }

    private static String me(Context ctx) {
        return Visitor.person(ctx).name();
    }

    private static long id(Context ctx) {
        String id = ctx.pathParam("id");
        return id.matches("[0-9]{1,12}") ? Long.parseLong(id) : 0;
    }
}
