package milepost.rules.wording;

import java.util.List;
import java.util.stream.Stream;
import milepost.rules.wording.words.Phrases;

/**
 * A line of an explanation.
 *
 * @param text ends with a colon where parts follow
 * @param conditions numbers of the constraints of the rule that it says, in ascending order
 * @param parts the lines below it
 */
public record Said(String text, List<Integer> conditions, List<Said> parts) {
    public Said {
        conditions = conditions.stream().sorted().distinct().toList();
        parts = List.copyOf(parts);
    }

    static Said of(String text) {
        return new Said(text, List.of(), List.of());
    }

    /** The same with more constraints that it says. */
    Said with(List<Integer> more) {
        return new Said(text, Stream.concat(conditions.stream(), more.stream()).toList(), parts);
    }

    /** It and all below it, indented, one line each. */
    public Stream<String> lines() {
        return Stream.concat(
                Stream.of(text), parts.stream().flatMap(Said::lines).map(line -> "    " + line));
    }

    /** {@code 2}, {@code 1, 2 and 4}; empty when it says no constraint. */
    public String numbers() {
        List<String> numbers = conditions.stream().map(String::valueOf).toList();
        return Phrases.list(numbers, "and");
    }
}
