package milepost.rules.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one mapping; a mistake is added and the default taken, so that all mistakes of a file are found at once. */
final class FieldReader {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,12})?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final String what;
    private final Map<String, Node.Field> fields;
    private final Node.Place at;
    private final Mistakes mistakes;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param what how messages name the mapping, such as {@code milestones} */
    FieldReader(String what, Node node, Mistakes mistakes) {
        this.what = what;
        this.at = node.at();
        this.mistakes = mistakes;
        this.fields = node instanceof Node.Fields mapping ? mapping.fields() : Map.of();
        if (!(node instanceof Node.Fields) && !(node instanceof Node.Text text && text.empty())) {
            mistakes.add(node.at(), "wrong-shape", what + ": write fields here, such as { key: A-1 }.");
        }
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Node.Place at() {
        return at;
    }

    /** Where a field stands, or where its mapping begins. */
    Node.Place at(String name) {
        Node.Field field = fields.get(name);
        return field == null ? at : field.value().at();
    }

    /** Whether the field is written, be it as null. */
    boolean has(String name) {
        known.add(name);
        return fields.containsKey(name);
    }

    /** A field that must be there; after a mistake an empty text. */
    String needed(String name) {
        String value = text(name);
        if (value == null || value.isBlank()) {
            Node node = find(name);
            if (value != null || node == null || node instanceof Node.Text) {
                mistakes.add(at(name), "missing-field", what + ": \"" + name + "\" is missing.");
            }
            return "";
        }
        return value;
    }

    @Nullable String text(String name) {
        return value(name, "a text", text -> text);
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    @Nullable TargetDate period(String name) {
        return value(name, "a date; write 2025-12-01, 2026-09, 2026-Q3 or 2026", TargetDate::parse);
    }

    @Nullable LocalDate day(String name) {
        return value(name, "a day; write 2025-12-01", text -> {
            try {
                return LocalDate.parse(DAY.matcher(text).matches() ? text : "");
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    @Nullable Integer whole(String name, int least, int most) {
        return value(name, "a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(matching(WHOLE, text));
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    @Nullable BigDecimal decimal(String name) {
        return value(name, "a number; write 28.7", text -> new BigDecimal(matching(DECIMAL, text)));
    }

    @Nullable String country(String name) {
        return value(name, "a country; write its two capital letters, such as US", text -> matching(COUNTRY, text));
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String written = text(name);
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (written != null && !names.contains(written)) {
            mistakes.unknown(
                    at(name),
                    "unknown-" + name,
                    what + ": " + name + " \"" + written + "\" is not one of " + String.join(", ", names),
                    new Mistakes.Word(written, names));
            return null;
        }
        return written == null ? null : Enum.valueOf(type, written);
    }

    /** The items of a list field; none when it is absent or null. */
    List<Node> items(String name) {
        Node node = find(name);
        if (node == null || node instanceof Node.Text text && text.empty()) {
            return List.of();
        }
        if (node instanceof Node.Items list) {
            return list.items();
        }
        mistakes.add(at(name), "wrong-shape", what + ": \"" + name + "\" is a list; write [ ... ].");
        return List.of();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(name)) {
            if (item instanceof Node.Text text && !text.value().isBlank()) {
                texts.add(text.value());
            } else {
                mistakes.add(item.at(), "wrong-shape", what + ": \"" + name + "\" is a list of texts.");
            }
        }
        return texts;
    }

    List<String> countries(String name) {
        List<String> codes = texts(name);
        if (!codes.stream().allMatch(code -> COUNTRY.matcher(code).matches())) {
            mistakes.add(at(name), "wrong-value", what + ": " + name + " is a list of countries; write [US, GB].");
        }
        return codes;
    }

    /** A field that is a mapping; null when it is absent. */
    @Nullable FieldReader inner(String name) {
        Node node = find(name);
        return node == null ? null : new FieldReader(name, node, mistakes);
    }

    /** Refuses every field that nobody has asked for. */
    void end() {
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                mistakes.unknown(
                        field.at(),
                        "unknown-field",
                        what + ": there is no field \"" + name + "\"; there are " + String.join(", ", known),
                        new Mistakes.Word(name, known));
            }
        });
    }

    private @Nullable Node find(String name) {
        known.add(name);
        Node.Field field = fields.get(name);
        return field == null ? null : field.value();
    }

    private <T> @Nullable T value(String name, String expected, Function<String, T> reading) {
        Node node = find(name);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Text text) {
            try {
                return text.empty() ? null : reading.apply(text.value());
            } catch (IllegalArgumentException e) {
                mistakes.add(
                        text.at(),
                        "wrong-value",
                        what + ": " + name + " \"" + text.value() + "\" is not " + expected + ".");
                return null;
            }
        }
        mistakes.add(at(name), "wrong-shape", what + ": \"" + name + "\" is one value, not a list or fields.");
        return null;
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
