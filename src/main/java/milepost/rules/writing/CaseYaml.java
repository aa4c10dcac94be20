package milepost.rules.writing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import milepost.facts.Attribute;
import milepost.facts.Finding;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.rules.language.FactType;
import milepost.rules.language.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Writes facts and findings as a case file has them. */
final class CaseYaml {
    private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9._/@ -]*[A-Za-z0-9._/@-]|[A-Za-z0-9]";
    private static final Set<String> ATTRIBUTE = Set.of("milestone", "name", "kind", "on");
    private static final Set<String> NAMES = Set.of(
            "key", "milestone", "jurisdiction", "kind", "indicator", "value", "date", "predecessor", "successor");

    private final Predicate<String> field;
    private final StringBuilder text = new StringBuilder();

    private CaseYaml(Predicate<String> field) {
        this.field = field;
    }

    /**
     * The case as an item of a list, without indentation.
     *
     * @param field which fields of facts are worth writing, besides those that name a fact
     */
    static String write(String name, String day, Given given, List<Finding> expect, Predicate<String> field) {
        CaseYaml yaml = new CaseYaml(field);
        yaml.text
                .append("- name: ")
                .append(scalar(name))
                .append("\n  as-of: ")
                .append(day)
                .append("\n  given:");
        yaml.given(given.facts());
        yaml.found(given.found());
        yaml.text.append("\n  expect:");
        if (expect.isEmpty()) {
            yaml.text.append(" []");
        }
        for (Finding finding : expect) {
            yaml.text
                    .append("\n    - { subject: ")
                    .append(scalar(finding.subject()))
                    .append(", severity: ")
                    .append(finding.severity())
                    .append(", message: ")
                    .append(quoted(finding.message()))
                    .append(" }");
        }
        return yaml.text.append('\n').toString();
    }

    /**
     * What a case begins with.
     *
     * @param found what other rules found; null where the case says nothing of it
     */
    record Given(Snapshot facts, @Nullable List<Finding> found) {}

    private void found(@Nullable List<Finding> found) {
        if (found != null) {
            text.append("\n    findings:").append(found.isEmpty() ? " []" : "");
            found.forEach(f -> text.append("\n      - { rule: ")
                    .append(scalar(f.rule()))
                    .append(", subject: ")
                    .append(scalar(f.subject()))
                    .append(", severity: ")
                    .append(f.severity())
                    .append(field.test("message") ? ", message: " + quoted(f.message()) : "")
                    .append(" }"));
        }
    }

    private void given(Snapshot facts) {
        Map<String, List<?>> lists = new LinkedHashMap<>();
        lists.put("milestones", facts.milestones());
        lists.put("dependencies", facts.dependencies());
        lists.put("participants", facts.participants());
        lists.put("restrictions", facts.restrictions());
        lists.put("indicators", facts.indicators());
        lists.put("observations", facts.observations());
        lists.put("events", facts.events());
        lists.put("updates", facts.updates());
        lists.put("attributes", facts.attributes());
        lists.put("ratings", facts.ratings());
        text.append("\n    roadmap: ").append(mapping(facts.roadmap()));
        lists.forEach((name, list) -> {
            if (!list.isEmpty()) {
                text.append("\n    ").append(name).append(':');
                list.forEach(fact -> text.append("\n      - ").append(mapping(fact)));
            }
        });
    }

    private String mapping(Object fact) {
        FactType type =
                Vocabulary.ofFacts().findType(fact.getClass().getSimpleName()).orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        for (var component : fact.getClass().getRecordComponents()) {
            String name = component.getName();
            FactType.Property property = type.properties().get(name);
            boolean named = fact instanceof Attribute
                    ? ATTRIBUTE.contains(name)
                    : NAMES.contains(name) && !(fact instanceof Milestone && !name.equals("key"));
            if (property != null && (named || field.test(name))) {
                String value = value(property.reader().apply(fact));
                if (value != null && !isDefault(fact, name)) {
                    fields.put(name, value);
                }
            }
        }
        return fields.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static boolean isDefault(Object fact, String name) {
        return fact instanceof Milestone m
                && (name.equals("status") && m.status() == Status.PLANNED
                        || name.equals("slips") && m.slips() == 0
                        || name.equals("baseline") && m.due() != null && m.due().equals(m.baseline()));
    }

    /** Null for what need not be written. */
    private static @Nullable String value(@Nullable Object value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CaseYaml::value).collect(Collectors.joining(", ", "[ ", " ]"));
        }
        if (value instanceof Source source) {
            return "{ title: " + scalar(source.title()) + " }";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : scalar(String.valueOf(value));
    }

    private static String scalar(String text) {
        boolean plain = text.matches(PLAIN) && !text.equals("null");
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ') {
                out.append(String.format("\\x%02x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
