package milepost.exchange.intake.heading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.exchange.intake.reading.Words;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column are.
 *
 * @param name of the value, where the target takes one
 * @param unit of its numbers
 */
public record Meaning(
        Target target, @Nullable String name, @Nullable String unit) {
    static final Meaning IGNORED = new Meaning(Target.IGNORE, null, null);

    static Meaning of(Target target) {
        return new Meaning(target, null, null);
    }

    /**
     * Adds what a person says of a heading, such as {@code Total cost=amount:whole-life cost:£m}.
     *
     * @throws Problem INVALID with the words there are
     */
    public static void addTold(String said, Map<String, Meaning> meanings) {
        int sign = said.lastIndexOf('=');
        if (sign < 1) {
            throw new Problem(Problem.Kind.INVALID, "\"" + said + "\" is not HEADING=MEANING.");
        }
        String[] parts = said.substring(sign + 1).split(":", 3);
        meanings.put(
                Words.key(said.substring(0, sign)),
                told(parts[0], part(parts, 1), part(parts, 2), said.substring(0, sign)));
    }

    /** INVALID when there is no such target, or a name is missing or too long. */
    public static Meaning told(String word, @Nullable String name, @Nullable String unit, String heading) {
        Target target = Target.of(word.strip().toLowerCase(Locale.ROOT));
        if (target == null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "\"" + Words.cut(word, 40) + "\" is no meaning of a column; write one of "
                            + Arrays.stream(Target.values()).map(Target::word).collect(Collectors.joining(", ")) + ".");
        }
        if (!target.named()) {
            return of(target);
        }
        String called = name == null || name.isBlank() ? Words.key(heading) : Words.line(name);
        return new Meaning(
                target,
                Words.cut(called.isEmpty() ? "value" : called, 80),
                unit == null || unit.isBlank() ? null : Words.cut(Words.line(unit), 40));
    }

    private static @Nullable String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : null;
    }

    /** What a person calls it. */
    public String label() {
        String attribute = target.attribute();
        return name != null ? name : attribute != null ? attribute : target.label();
    }
}
