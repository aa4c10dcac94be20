package milepost.web.account.news;

import io.javalin.http.Context;
import milepost.news.subscription.Confirmations;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;

/**
 * Asks the owner of a mail address whether they want to be written to, by the link of a mail and without signing in. A look at the link
 * says nothing, as mail programs look at links by themselves.
 */
public final class ConfirmPages {
    private final Pages pages;
    private final Confirmations confirmations;

    public ConfirmPages(Parts parts, Pages pages) {
        this.pages = pages;
        this.confirmations = parts.news().subscriptions().confirmations();
    }

    /**
     * What the page prints.
     *
     * @param what which flags, in words
     */
    public record ConfirmView(String link, Confirmations.Question question, String what) {}

    public void show(Context ctx) {
        show(ctx, confirmations.one(ctx.pathParam("link")));
    }

    public void answer(Context ctx) {
        String link = ctx.pathParam("link");
        show(ctx, "no".equals(ctx.formParam("answer")) ? confirmations.decline(link) : confirmations.confirm(link));
    }

    private void show(Context ctx, Confirmations.Question question) {
        ConfirmView view = new ConfirmView(
                ctx.pathParam("link"),
                question,
                Said.what(question.subscription().filter()));
        pages.show(ctx, new Page("News of flags", Place.ELSEWHERE, "milepost/web/account/news/confirm.jte", view));
    }
}
