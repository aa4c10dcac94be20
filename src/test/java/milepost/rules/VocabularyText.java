package milepost.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milepost.rules.language.FactType;
import milepost.rules.language.Type;
import milepost.rules.language.vocabulary.Members;
import milepost.rules.language.vocabulary.TypeNames;
import milepost.rules.language.vocabulary.Vocabulary;

/** Writes the vocabulary of rules as the part of the author's guide that no one writes by hand. */
final class VocabularyText {
    private static final Vocabulary WORDS = Vocabulary.ofFacts();

    private final StringBuilder text = new StringBuilder();

    private VocabularyText() {}

    static String write() {
        VocabularyText guide = new VocabularyText();
        guide.text.append("### Facts: what a condition can begin with\n");
        WORDS.types().stream().filter(FactType::matchable).forEach(guide::type);
        guide.text.append("\n### Values: what is reached from a fact\n");
        WORDS.types().stream().filter(type -> !type.matchable()).forEach(guide::type);
        guide.text.append("\n### Constants\n\n");
        WORDS.constantTypes().stream().sorted().forEach(guide::constants);
        guide.text.append("\n### What dates, texts, decimal numbers and lists can do\n");
        guide.values("LocalDate", "a date", Type.Simple.DATE);
        guide.values("String", "a text", Type.Simple.TEXT);
        guide.values("BigDecimal", "a decimal number", Type.Simple.DECIMAL);
        guide.values("List", "a list", new Type.ListOf(Type.Simple.TEXT));
        return guide.text.toString();
    }

    private void type(FactType type) {
        text.append("\n**")
                .append(type.name())
                .append("** ")
                .append(WORDS.doc(type.name()))
                .append("\n\n| | | |\n|---|---|---|\n");
        type.properties().values().forEach(p -> row(p.name(), TypeNames.of(p.type()), p.doc()));
        type.methods().values().forEach(m -> row(TypeNames.call(m), TypeNames.of(m.result()), m.doc()));
    }

    private void values(String owner, String what, Type type) {
        Members members = WORDS.membersOf(type);
        text.append("\n**").append(owner).append("**, ").append(what).append("\n\n| | | |\n|---|---|---|\n");
        Map<String, String> calls = members.getters().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getValue().name(), Map.Entry::getKey));
        new TreeMap<>(members.properties()).values().forEach(p -> {
            String call = calls.getOrDefault(p.name(), p.name());
            row(
                    p.name() + (call.equals(p.name()) ? "" : "`, after `then` `" + call + "()"),
                    TypeNames.of(p.type()),
                    p.doc());
        });
        new TreeMap<>(members.methods())
                .values()
                .forEach(m -> row(TypeNames.call(m), TypeNames.of(m.result()), m.doc()));
    }

    private void constants(String name) {
        Class<? extends Enum<?>> type = WORDS.findConstants(name).orElseThrow();
        List<String> all = Vocabulary.constantsOf(type);
        text.append("* `").append(name).append("`: ").append(WORDS.doc(name)).append(' ');
        text.append(all.stream().map(c -> "`" + name + "." + c + "`").collect(Collectors.joining(", ")))
                .append('\n');
    }

    private void row(String word, String type, String doc) {
        text.append("| `").append(word).append("` | ").append(type).append(" | ");
        text.append(doc.replace("|", "\\|")).append(" |\n");
    }
}
