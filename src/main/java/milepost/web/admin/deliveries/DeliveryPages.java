package milepost.web.admin.deliveries;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import milepost.news.outbox.Deliveries;
import milepost.news.outbox.Delivery;
import milepost.news.subscription.Channel;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** What became of messages; those that were given up can be sent again. */
public final class DeliveryPages {
    private static final String PATH = "/admin/deliveries";
    private static final int SHOWN = 100;

    private final Deliveries deliveries;
    private final Pages pages;

    public DeliveryPages(Parts parts, Pages pages) {
        this.deliveries = parts.news().deliveries();
        this.pages = pages;
    }

    public void list(Context ctx) {
        String before = ctx.queryParam("before");
        Delivery.State state = state(ctx);
        List<Delivery> found = deliveries.list(
                state, before != null && before.matches("[0-9]{1,15}") ? Long.valueOf(before) : null, SHOWN + 1);
        List<DeliveriesView.Row> rows =
                found.stream().limit(SHOWN).map(DeliveryPages::row).toList();
        String next = found.size() > SHOWN
                ? PATH + "?state=" + (state == null ? "" : state.name()) + "&before="
                        + found.get(SHOWN - 1).id()
                : null;
        String again = ctx.queryParam("again");
        String done = again != null && again.matches("[0-9]{1,9}")
                ? Words.count(Long.parseLong(again), "message") + " will be sent again."
                : null;
        DeliveriesView view = new DeliveriesView(state, deliveries.tally(), deliveries.waiting(), rows, next, done);
        pages.show(ctx, new Page("Deliveries", Place.ELSEWHERE, "milepost/web/admin/deliveries/deliveries.jte", view));
    }

    public void resend(Context ctx) {
        String id = ctx.pathParam("id");
        deliveries.resend(Visitor.person(ctx).name(), id.matches("[0-9]{1,15}") ? Long.parseLong(id) : 0);
        Redirects.to(ctx, PATH + "?again=1");
    }

    public void resendAll(Context ctx) {
        int many = deliveries.resendAll(Visitor.person(ctx).name());
        Redirects.to(ctx, PATH + "?again=" + many);
    }

    private static DeliveriesView.Row row(Delivery delivery) {
        boolean waits = delivery.state() == Delivery.State.WAITING && !delivery.held();
        Instant at = delivery.endedAt() != null ? delivery.endedAt() : delivery.nextAt();
        return new DeliveriesView.Row(delivery, to(delivery), (waits ? "Next " : "") + Words.time(at, ZoneOffset.UTC));
    }

    /** An address of a program often has a secret behind the name of its host. */
    private static String to(Delivery delivery) {
        if (delivery.channel() == Channel.MAIL) {
            return delivery.target();
        }
        URI uri = URI.create(delivery.target());
        return uri.getScheme() + "://" + uri.getAuthority() + "/…";
    }

    private static Delivery.@Nullable State state(Context ctx) {
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.name().equals(ctx.queryParam("state")))
                .findFirst()
                .orElse(null);
    }
}
