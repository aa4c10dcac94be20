package milepost.news.send;

import java.util.Locale;
import milepost.facts.Evidence;
import milepost.news.outbox.Message;
import milepost.news.outbox.Piece;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages as CloudEvents 1.0 in JSON: one event for one transition, or a digest of several. The same message is the same text. */
final class CloudEvents {
    static final String TYPE = "application/cloudevents+json; charset=utf-8";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CloudEvents() {}

    static String of(Message message, String site) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", message.name())
                .put("source", site + "/")
                .put("type", type(message))
                .put("datacontenttype", "application/json");
        if (message.pieces().size() == 1) {
            Piece piece = message.pieces().get(0);
            event.put("subject", piece.roadmap() + "/" + piece.subject());
            event.put("time", piece.at().toString());
            event.set("data", data(piece, site));
        } else {
            event.put("time", message.createdAt().toString());
            ObjectNode data = event.putObject("data");
            data.put("subscription", message.subscription().id());
            ArrayNode flags = data.putArray("flags");
            message.pieces().forEach(piece -> flags.add(data(piece, site)));
        }
        return JSON.writeValueAsString(event);
    }

    private static String type(Message message) {
        if (message.test()) {
            return "milepost.test";
        }
        return message.pieces().size() == 1
                ? "milepost.flag." + message.pieces().get(0).occasion().name().toLowerCase(Locale.ROOT)
                : "milepost.flag.digest";
    }

    private static ObjectNode data(Piece piece, String site) {
        ObjectNode data = JSON.createObjectNode();
        data.put("event", piece.occasion().name()).put("at", piece.at().toString());
        data.putObject("cause")
                .put("kind", piece.cause().kind().name())
                .put("ref", piece.cause().ref());
        data.putObject("flag")
                .put("id", piece.flag())
                .put("roadmap", piece.roadmap())
                .put("rule", piece.rule())
                .put("subject", piece.subject())
                .put("title", piece.title())
                .put("severity", piece.severity().name())
                .put("message", piece.message());
        ArrayNode evidence = data.putArray("evidence");
        for (Evidence one : piece.reasons()) {
            evidence.addObject()
                    .put("fact", one.fact())
                    .put("key", one.key())
                    .put("field", one.field())
                    .put("value", one.value());
        }
        data.put("url", site + "/flags/" + piece.flag());
        return data;
    }
}
