package milepost.web.account.news;

import io.javalin.http.Context;
import milepost.facts.Problem;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Subscriptions;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;

/**
 * Ends a subscription by the link of one of its mails, without signing in. A look at the link ends nothing, as mail programs look at
 * links by themselves; a mail program that ends it in one step sends the form (RFC 8058).
 */
public final class EndingPages {
    private final Pages pages;
    private final Subscriptions subscriptions;

    public EndingPages(Parts parts, Pages pages) {
        this.pages = pages;
        this.subscriptions = parts.news().subscriptions();
    }

    /**
     * What the page prints.
     *
     * @param what which flags, in words
     */
    public record EndingView(String link, String what, String target, boolean ended) {}

    public void ask(Context ctx) {
        String link = ctx.pathParam("link");
        Subscription found = subscriptions
                .findEnding(link)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "This link ends no subscription; look whether it was cut off."));
        show(ctx, found, found.state() == Subscription.State.ENDED);
    }

    public void end(Context ctx) {
        show(ctx, subscriptions.endByLink(ctx.pathParam("link")), true);
    }

    private void show(Context ctx, Subscription subscription, boolean ended) {
        EndingView view =
                new EndingView(ctx.pathParam("link"), Said.what(subscription.filter()), subscription.target(), ended);
        pages.show(ctx, new Page("Unsubscribe", Place.ELSEWHERE, "milepost/web/account/news/ending.jte", view));
    }
}
