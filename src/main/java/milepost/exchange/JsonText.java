package milepost.exchange;

import java.util.List;
import milepost.facts.Problem;
import milepost.roadmap.fact.FactJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads a text as JSON that can be stored: of common depth, and with no character that is none. */
public final class JsonText {
    private static final int DEEPEST = 32;

    private JsonText() {}

    /** INVALID with the line and what is wrong there. */
    public static JsonNode read(String text) {
        try (JsonParser in = FactJson.mapper().createParser(text)) {
            look(in);
        } catch (JacksonException e) {
            throw wrong("line " + e.getLocation().getLineNr(), "This is not JSON: " + said(e));
        }
        JsonParser in = FactJson.mapper().createParser(text);
        try (in) {
            JsonNode root = FactJson.mapper().readTree(in);
            if (!root.isObject()) {
                throw wrong("file", "The file must hold one JSON object.");
            }
            return root;
        } catch (NumberFormatException e) {
            String place = in.streamReadContext().pathAsPointer().toString();
            throw wrong(place.substring(1), "A number has at most 18 digits, 12 of them after the point.");
        } catch (JacksonException e) {
            throw wrong("line " + e.getLocation().getLineNr(), "This is not JSON: " + said(e));
        }
    }

    /** What the parser found, in words for whoever wrote the text. */
    public static String said(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return "it is nested deeper than " + DEEPEST + " levels.";
        }
        if (message.startsWith("Trailing token")) {
            return "something stands behind its end.";
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return "it ends in the middle.";
        }
        if (message.startsWith("Duplicate Object property")) {
            return message.replaceFirst("^Duplicate Object property", "the name") + " stands twice.";
        }
        if (message.startsWith("Unrecognized token")) {
            return message.replaceFirst(":.*", "").replaceFirst("Unrecognized token", "nothing here is called") + ".";
        }
        boolean internal = message.contains("milepost.") || message.contains("java.") || message.contains("`");
        return internal
                ? "it cannot be read; look at an export or an example for the form."
                : message.lines().findFirst().orElse("").replaceAll("\\s*[(].*", "") + ".";
    }

    private static void look(JsonParser in) {
        int depth = 0;
        for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth > DEEPEST) {
                throw wrong(
                        "line " + in.currentLocation().getLineNr(), "It is nested deeper than " + DEEPEST + " levels.");
            }
            if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                storable(in);
            }
        }
    }

    private static void storable(JsonParser in) {
        String text = in.getString();
        boolean unusable = text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (unusable) {
            throw wrong(
                    "line " + in.currentLocation().getLineNr(),
                    "A text holds a character that cannot be stored: NUL, or half of a pair.");
        }
    }

    private static Problem wrong(String field, String sentence) {
        return new Problem(
                Problem.Kind.INVALID, field + ": " + sentence, List.of(new Problem.FieldError(field, sentence)));
    }
}
