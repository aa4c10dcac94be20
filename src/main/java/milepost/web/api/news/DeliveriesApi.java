package milepost.web.api.news;

import io.javalin.http.Context;
import java.util.List;
import milepost.news.outbox.Deliveries;
import milepost.news.outbox.Delivery;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ObjectNode;

/** What became of messages, for administrators. */
public final class DeliveriesApi {
    private final Deliveries deliveries;

    public DeliveriesApi(Parts parts) {
        this.deliveries = parts.news().deliveries();
    }

    public void list(Context ctx) {
        Parameters query = Parameters.of(ctx, "state", "limit", "cursor");
        Paging paging = Paging.of(query);
        Delivery.State state =
                query.allOf("state", Delivery.State.class).stream().findFirst().orElse(null);
        List<Delivery> found = deliveries.list(state, paging.afterNumber(), paging.limit() + 1);
        ETags.answer(ctx, null, paging.page(found, one -> String.valueOf(one.id()), DeliveriesApi::json));
    }

    public void resend(Context ctx) {
        Parameters.of(ctx);
        String id = ctx.pathParam("delivery");
        Delivery again =
                deliveries.resend(Visitor.person(ctx).name(), id.matches("[0-9]{1,15}") ? Long.parseLong(id) : 0);
        Json.answer(ctx, 200, json(again));
    }

    private static ObjectNode json(Delivery delivery) {
        return Json.object()
                .put("id", delivery.id())
                .put("name", delivery.name())
                .put("subscription", delivery.subscription())
                .put("person", delivery.person())
                .put("channel", delivery.channel().name())
                .put("state", delivery.state().name())
                .put("held", delivery.held())
                .put("attempts", delivery.attempts())
                .put("nextAt", delivery.nextAt().toString())
                .put("error", delivery.error())
                .put("createdAt", delivery.createdAt().toString())
                .put(
                        "endedAt",
                        delivery.endedAt() == null ? null : delivery.endedAt().toString());
    }
}
