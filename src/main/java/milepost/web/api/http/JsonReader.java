package milepost.web.api.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import milepost.facts.Precision;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of one JSON object and remembers every mistake with its pointer; what was not asked for is a mistake too.
 *
 * <p>A reading with mistakes goes on with a stand-in value; {@link #finish} then refuses the whole.
 */
public final class JsonReader {
    private static final int LONGEST = 10_000;
    private static final int NAMED = 10;
    private static final int MOST_ITEMS = 1_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final ObjectNode object;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();

    public JsonReader(ObjectNode object) {
        this(object, "", new ArrayList<>());
    }

    private JsonReader(ObjectNode object, String path, List<FieldError> errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    /** INVALID with every mistake, if there was any. */
    public void finish() {
        refuseOthers();
        if (!errors.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID, errors.size() == 1 ? errors.get(0).message() : sentence(), errors);
        }
    }

    private String sentence() {
        List<String> places = errors.stream().map(FieldError::field).distinct().toList();
        return (places.size() == 1 ? "A field needs another value: " : places.size() + " fields need another value: ")
                + places.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (places.size() > NAMED ? ", ..." : ".");
    }

    /** Adds a mistake that was found elsewhere. */
    public void error(String name, String sentence) {
        errors.add(new FieldError(path + name, sentence));
    }

    /** A text that must be there. */
    public String text(String name) {
        String text = optionalText(name);
        if (text == null && value(name) == null) {
            missing(name, "text");
        }
        return text == null ? "" : text;
    }

    /** A text without white space around it; null when absent, null or blank. */
    public @Nullable String optionalText(String name) {
        JsonNode node = value(name);
        String text = node == null ? null : text(name, node);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Text that is kept to the last character. */
    public String verbatim(String name) {
        JsonNode node = value(name);
        if (node == null) {
            missing(name, "text");
        } else if (!node.isString()) {
            error(name, "Send a text.");
        }
        return node == null ? "" : node.asString("");
    }

    public @Nullable Integer optionalWhole(String name) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            error(name, "Send a whole number.");
            return null;
        }
        return node.intValue();
    }

    public @Nullable BigDecimal optionalNumber(String name) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            error(name, "Send a number.");
            return null;
        }
        BigDecimal number = node.decimalValue();
        if (number.precision() > 18 || Math.abs(number.scale()) > 12) {
            error(name, "A number has at most 18 digits, 12 of them after the point.");
            return null;
        }
        return number;
    }

    /** A number that must be there. */
    public BigDecimal number(String name) {
        BigDecimal number = optionalNumber(name);
        if (value(name) == null) {
            missing(name, "number");
        }
        return number == null ? BigDecimal.ZERO : number;
    }

    /** A date with its precision, as {@code {"date","precision"}} or as text. */
    public @Nullable TargetDate optionalPeriod(String name) {
        JsonNode node = value(name);
        if (node instanceof ObjectNode fields) {
            JsonReader in = new JsonReader(fields, path + name + "/", errors);
            LocalDate day = in.day("date");
            Precision precision = in.oneOf("precision", Precision.class, Precision.DAY);
            in.refuseOthers();
            return day == null ? null : TargetDate.of(day, precision);
        }
        String text = node == null ? null : text(name, node);
        if (text == null) {
            return null;
        }
        try {
            return inRange(name, TargetDate.parse(text));
        } catch (IllegalArgumentException e) {
            error(name, "Write a date as 2025-12-01, 2026-09, 2026-Q3 or 2026.");
            return null;
        }
    }

    /** A date with its precision that must be there. */
    public TargetDate period(String name) {
        TargetDate date = optionalPeriod(name);
        if (value(name) == null) {
            missing(name, "date, such as 2025-12-01, 2026-09, 2026-Q3 or 2026");
        }
        return date == null ? TargetDate.day(LocalDate.EPOCH) : date;
    }

    public @Nullable LocalDate optionalDay(String name) {
        JsonNode node = value(name);
        String text = node == null ? null : text(name, node);
        try {
            TargetDate day = text == null ? null : inRange(name, TargetDate.day(LocalDate.parse(text)));
            return day == null ? null : day.last();
        } catch (DateTimeParseException e) {
            error(name, "Write a day as 2025-12-01.");
            return null;
        }
    }

    /** A day that must be there; null only together with a mistake. */
    public @Nullable LocalDate day(String name) {
        if (value(name) == null) {
            missing(name, "day, such as 2025-12-01");
        }
        return optionalDay(name);
    }

    public <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        JsonNode node = value(name);
        if (node == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> node.isString() && e.name().equals(node.asString()))
                .findFirst()
                .orElseGet(() -> {
                    error(
                            name,
                            "Send one of "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", "))
                                    + ".");
                    return otherwise;
                });
    }

    /** One of the constants; null when absent. */
    public <E extends Enum<E>> @Nullable E optionalOneOf(String name, Class<E> type) {
        return value(name) == null ? null : oneOf(name, type, type.getEnumConstants()[0]);
    }

    public @Nullable Source optionalSource(String name) {
        JsonNode node = value(name);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ObjectNode fields)) {
            error(name, "Send an object with title, url and quote.");
            return null;
        }
        JsonReader in = new JsonReader(fields, path + name + "/", errors);
        Source source = in.source();
        in.refuseOthers();
        return source;
    }

    public List<Source> sources(String name) {
        return objects(name, JsonReader::source);
    }

    /** A list of texts; empty when absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(name)) {
            String text = item.isString() ? text(name + "/" + index, item) : null;
            if (text == null) {
                error(name + "/" + index, "Send a text.");
            } else {
                texts.add(text.strip());
            }
            index++;
        }
        return texts;
    }

    /** A list of objects, each read by its own reader; empty when absent. */
    public <T> List<T> objects(String name, Function<JsonReader, T> reading) {
        List<T> all = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(name)) {
            String place = name + "/" + index++;
            if (item instanceof ObjectNode fields) {
                JsonReader in = new JsonReader(fields, path + place + "/", errors);
                all.add(reading.apply(in));
                in.refuseOthers();
            } else {
                error(place, "Send an object.");
            }
        }
        return all;
    }

    /** An object of objects, each read under its name by its own reader; nothing when absent. */
    public void named(String name, BiConsumer<String, JsonReader> reading) {
        JsonNode node = value(name);
        if (node == null) {
            return;
        }
        if (!(node instanceof ObjectNode all) || all.size() > MOST_ITEMS) {
            error(name, "Send an object with at most " + MOST_ITEMS + " objects in it.");
            return;
        }
        all.properties().forEach(entry -> {
            String place = name + "/" + escaped(entry.getKey());
            if (Characters.unusable(entry.getKey()) || entry.getKey().isBlank()) {
                error(place, "This name is empty or holds a character that cannot be stored.");
            } else if (entry.getValue() instanceof ObjectNode fields) {
                JsonReader in = new JsonReader(fields, path + place + "/", errors);
                reading.accept(entry.getKey(), in);
                in.refuseOthers();
            } else {
                error(place, "Send an object.");
            }
        });
    }

    /** Fields that follow from the record: whatever they say is let pass. */
    public void given(List<String> names) {
        asked.addAll(names);
    }

    private void missing(String name, String what) {
        error(name, "The field " + name + " is required; send a " + what + ".");
    }

    private @Nullable TargetDate inRange(String name, TargetDate date) {
        int year = date.last().getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            error(name, "The year must be between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
            return null;
        }
        return date;
    }

    private Source source() {
        return new Source(text("title"), optionalText("url"), optionalText("quote"));
    }

    private Iterable<JsonNode> items(String name) {
        JsonNode node = value(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST_ITEMS) {
            error(name, "Send a list of at most " + MOST_ITEMS + ".");
            return List.of();
        }
        return node;
    }

    private @Nullable String text(String name, JsonNode node) {
        if (!node.isString()) {
            error(name, "Send a text.");
            return null;
        }
        String text = node.asString();
        if (Characters.unusable(text)) {
            error(name, "This holds a character that cannot be stored, such as NUL or half a surrogate pair.");
            return null;
        }
        if (text.length() > LONGEST) {
            error(name, "This has " + text.length() + " characters; at most " + LONGEST + " are kept.");
            return null;
        }
        return text;
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private void refuseOthers() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                error(escaped(name), "There is no field of this name here; leave it out.");
            }
        }
    }

    /** A name as a part of a JSON pointer. */
    public static String escaped(String name) {
        return Characters.shown(name).replace("~", "~0").replace("/", "~1");
    }
}
