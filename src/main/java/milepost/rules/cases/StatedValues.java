package milepost.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import milepost.rules.Ruleset;
import milepost.rules.language.FactType;
import milepost.rules.language.vocabulary.Vocabulary;

/** The facts of a case with the values that its rule looks at: what to read when a finding failed to come. */
final class StatedValues {
    private static final int MOST = 12;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final RuleCase example;
    private final String text;

    StatedValues(Ruleset ruleset, RuleCase example) {
        this.example = example;
        this.text = ruleset.findRule(example.rule())
                .map(rule -> QUOTED.matcher(rule.text()).replaceAll(" "))
                .map(code -> code.substring(Math.max(0, code.indexOf("when"))))
                .orElse("");
    }

    /** A line for each fact of a kind that the rule matches, as the evaluation saw it on the day of the case. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<Object> facts = new ArrayList<>(example.given().factsOn(example.asOf()));
        facts.addAll(Objects.requireNonNullElse(example.found(), List.of()));
        for (Object fact : facts) {
            Vocabulary.ofFacts()
                    .findType(fact.getClass().getSimpleName())
                    .filter(type -> says(type.name()))
                    .ifPresent(type -> lines.add("given    " + line(type, fact)));
        }
        return lines.size() <= MOST ? lines : cut(lines);
    }

    private static List<String> cut(List<String> lines) {
        List<String> some = new ArrayList<>(lines.subList(0, MOST));
        some.add("given    and " + (lines.size() - MOST) + " more facts");
        return some;
    }

    private String line(FactType type, Object fact) {
        List<String> values = new ArrayList<>();
        type.properties().forEach((name, property) -> {
            if (name.equals("key") || says(name)) {
                values.add(name + " = " + property.reader().apply(fact));
            }
        });
        return type.name() + " " + String.join(", ", values);
    }

    private boolean says(String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(text)
                .find();
    }
}
