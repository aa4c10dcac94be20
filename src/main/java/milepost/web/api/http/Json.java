package milepost.web.api.http;

import io.javalin.http.Context;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import milepost.exchange.JsonText;
import milepost.facts.Problem;
import milepost.facts.TargetDate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests and answers. */
public final class Json {
    private static final int DEEPEST = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addSerializer(TargetDate.class, new PeriodWriter()))
            .build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A record as an object with its components in their order; dates with precision as objects. */
    public static ObjectNode of(Object value) {
        return MAPPER.<ObjectNode>valueToTree(value);
    }

    /** A table that comes with the program. */
    public static JsonNode table(InputStream in) {
        return MAPPER.readTree(in);
    }

    /** What is wrong where, as a problem document tells it. */
    public static List<Map<String, String>> places(Problem problem) {
        return problem.fields().stream()
                .map(f -> Refusal.mistake(Refusal.Part.POINTER, "/" + f.field(), f.message()))
                .toList();
    }

    /** A value as it stands in an answer: a list, a record, a text. */
    public static JsonNode value(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value that was written as text before. */
    public static JsonNode parsed(String text) {
        return MAPPER.readTree(text);
    }

    /** A value as text for people to read. */
    public static String pretty(JsonNode value) {
        return value.toPrettyString();
    }

    /** Answers with this object. */
    public static void answer(Context ctx, int status, JsonNode body) {
        ctx.status(status).contentType("application/json").result(MAPPER.writeValueAsBytes(body));
    }

    /** The object that was sent; a refusal says what is wrong with it as JSON. */
    public static ObjectNode read(Context ctx) {
        demandPlain(ctx);
        demandJson(ctx);
        String text = text(ctx.bodyAsBytes());
        if (text.isBlank()) {
            throw new Refusal(400, "The body is empty; send a JSON object.");
        }
        if (tree(text) instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal(400, "The body must be a JSON object.");
    }

    private static JsonNode tree(String text) {
        JsonParser in = MAPPER.createParser(text);
        try (in) {
            return MAPPER.readTree(in);
        } catch (NumberFormatException e) {
            throw beyondMeasure(in);
        } catch (JacksonException e) {
            if (String.valueOf(e.getOriginalMessage()).startsWith("Number value length")) {
                throw beyondMeasure(in);
            }
            throw new Refusal(400, "The body is not JSON that can be read. " + where(e));
        }
    }

    /** A number with more digits or a larger exponent than anything that is asked for. */
    private static Refusal beyondMeasure(JsonParser in) {
        String place = in.streamReadContext().pathAsPointer().toString();
        String sentence = "A number has at most 18 digits, 12 of them after the point.";
        return new Refusal(422, sentence, new Refusal.Fault(Refusal.Part.POINTER, place, sentence));
    }

    private static void demandPlain(Context ctx) {
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            ctx.header("Accept-Encoding", "identity");
            throw Refusal.header(415, "Content-Encoding", "Send the body as it is, without compression.");
        }
    }

    private static void demandJson(Context ctx) {
        String type = ctx.contentType();
        String plain = type == null
                ? ""
                : type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        boolean json = plain.matches("application/(merge-patch\\+)?json(;charset=utf-8)?");
        if (!json) {
            String expected = ctx.method().name().equals("PATCH")
                    ? "application/merge-patch+json or application/json"
                    : "application/json";
            throw Refusal.header(415, "Content-Type", "Send the body as " + expected + " in UTF-8.");
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "The body is not UTF-8.");
        }
    }

    private static String where(JacksonException e) {
        var place = e.getLocation();
        String at = place == null ? "" : "Line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
        String said = Characters.shown(JsonText.said(e));
        return at.isEmpty() && !said.isEmpty()
                ? said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1)
                : at + said;
    }

    private static final class PeriodWriter extends ValueSerializer<TargetDate> {
        @Override
        public void serialize(TargetDate date, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeStringProperty("date", date.last().toString());
            out.writeStringProperty("precision", date.precision().name());
            out.writeEndObject();
        }
    }
}
