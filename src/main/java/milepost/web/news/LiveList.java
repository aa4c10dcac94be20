package milepost.web.news;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import milepost.access.member.Rights;
import milepost.news.live.Live;
import milepost.news.live.LiveChange;
import milepost.web.api.http.Json;
import milepost.web.api.http.Parameters;
import milepost.web.api.http.Refusal;
import milepost.web.layout.Visitor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed after a number, for programs that ask now and then. */
final class LiveList {
    private static final int MOST = 500;

    private LiveList() {}

    static void answer(Context ctx, Live live) {
        String asked = Parameters.of(ctx, "since").text("since");
        if (asked != null && since(ctx).isEmpty()) {
            throw Refusal.parameter("since", "Send since as the number that was answered as last.");
        }
        Rights rights = Visitor.rights(ctx);
        long last = live.last();
        List<LiveChange> changes = live.after(since(ctx).orElse(last), MOST);
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("changes");
        changes.stream()
                .filter(change -> change.telling() && rights.mayRead(change.roadmap()))
                .forEach(change -> list.add(LiveJson.of(change)));
        json.put(
                "last",
                changes.isEmpty() ? last : changes.get(changes.size() - 1).number());
        ctx.header("Cache-Control", "no-store");
        Json.answer(ctx, 200, json);
    }

    /** The last number that the asker knows: a browser that connects again says it in a header. */
    static Optional<Long> since(Context ctx) {
        String header = ctx.header("Last-Event-ID");
        String asked = header == null ? ctx.queryParam("since") : header;
        return asked != null && asked.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(asked)) : Optional.empty();
    }
}
