package milepost.rules.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.rules.language.Condition;
import milepost.rules.language.FactType;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Type;
import milepost.rules.language.check.ParsedRules;
import milepost.rules.language.check.RuleParser;
import milepost.rules.language.vocabulary.Members;
import milepost.rules.language.vocabulary.Vocabulary;
import milepost.rules.wording.words.Phrases;
import org.junit.jupiter.api.Test;

/** What readers are told that a rule checks. */
class RuleSentencesTest {
    private static final Path RESOURCES = Path.of("src/test/resources/milepost/rules");
    private static final Vocabulary WORDS = Vocabulary.ofFacts();

    @Test
    void every_shipped_rule_and_every_legitimate_one_is_said_as_written_down_here() throws IOException {
        String said = Stream.of(Path.of("rules"), RESOURCES.resolve("legit"), RESOURCES.resolve("sentences"))
                .flatMap(folder -> trees(folder).stream())
                .map(tree ->
                        tree.info().key() + "\n" + RuleSentences.of(tree).text().indent(4))
                .collect(Collectors.joining("\n"));

        assertThat(said).isEqualTo(Files.readString(RESOURCES.resolve("sentences/expected.txt")));
    }

    @Test
    void every_constraint_of_every_rule_goes_with_a_sentence() {
        Stream.of(Path.of("rules"), RESOURCES.resolve("legit"), RESOURCES.resolve("sentences"))
                .flatMap(folder -> trees(folder).stream())
                .forEach(tree -> assertThat(numbers(RuleSentences.of(tree).checks()))
                        .as(tree.info().key())
                        .hasSize(RuleConstraints.of(tree).size()));
    }

    @Test
    void every_word_of_the_vocabulary_has_its_own_phrase_and_no_phrase_is_left_over() {
        Set<String> missing = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (FactType type : WORDS.types()) {
            asked(missing, type.name());
            known.add(type.name());
            members(type.name(), type.properties().values(), type.methods().values(), missing, known);
        }
        for (Type type :
                List.of(Type.Simple.DATE, Type.Simple.TEXT, Type.Simple.DECIMAL, new Type.ListOf(Type.Simple.TEXT))) {
            Members members = WORDS.membersOf(type);
            members(
                    Phrases.owner(type),
                    members.properties().values(),
                    members.methods().values(),
                    missing,
                    known);
        }
        for (String name : WORDS.constantTypes()) {
            for (String constant :
                    Vocabulary.constantsOf(WORDS.findConstants(name).orElseThrow())) {
                asked(missing, name + "." + constant);
                known.add(name + "." + constant);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(Phrases.words())
                .as("phrases of no word")
                .allSatisfy(word -> assertThat(known).contains(stem(word, known)));
    }

    @Test
    void every_operator_has_its_wording() {
        Map<Operator, String> written = new EnumMap<>(Operator.class);
        written.put(Operator.OR, "open || slips > 2");
        written.put(Operator.AND, "open && slips > 2");
        written.put(Operator.EQUAL, "slips == 2");
        written.put(Operator.NOT_EQUAL, "slips != 2");
        written.put(Operator.LESS, "slips < 2");
        written.put(Operator.LESS_OR_EQUAL, "slips <= 2");
        written.put(Operator.GREATER, "slips > 2");
        written.put(Operator.GREATER_OR_EQUAL, "slips >= 2");
        written.put(Operator.PLUS, "progress + 2 > 5");
        written.put(Operator.MINUS, "progress - 2 > 5");
        written.put(Operator.TIMES, "progress * 2 > 5");
        written.put(Operator.DIVIDED_BY, "progress / 2 > 5");
        written.put(Operator.REMAINDER, "progress % 2 > 5");
        written.put(Operator.CONTAINS, "title contains \"x\"");
        written.put(Operator.NOT_CONTAINS, "title not contains \"x\"");
        written.put(Operator.MEMBER_OF, "\"x\" memberOf requires");
        written.put(Operator.NOT_MEMBER_OF, "\"x\" not memberOf requires");
        written.put(Operator.MATCHES, "title matches \"x\"");
        written.put(Operator.NOT_MATCHES, "title not matches \"x\"");
        written.put(Operator.STARTS_WITH, "title str[startsWith] \"x\"");
        written.put(Operator.ENDS_WITH, "title str[endsWith] \"x\"");
        written.put(Operator.HAS_LENGTH, "title str[length] 2");
        List<String> said = written.values().stream()
                .map(constraint -> RuleSentences.of(rule("$m : Milestone( " + constraint + " )"))
                        .checks()
                        .get(0))
                .map(line -> String.join(" ", line.lines().toList()))
                .toList();

        assertThat(written.keySet()).containsExactly(Operator.values());
        assertThat(said).doesNotHaveDuplicates();
        assertThat(said).allSatisfy(line -> assertThat(line).doesNotContainPattern("[|&=<>*\\[]|memberOf|null"));
    }

    @Test
    void every_function_of_accumulate_has_its_wording() {
        Set<String> said = Arrays.stream(Condition.Function.values())
                .map(function -> {
                    String name = function.name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace("t_l", "tL")
                            .replace("t_s", "tS");
                    boolean list = name.startsWith("collect");
                    String test = list ? "$x contains 2" : "$x > 2";
                    return RuleSentences.of(rule("$m : Milestone( )\naccumulate( Milestone( $p : progress ); $x : "
                                    + name + "( $p ); " + test + " )"))
                            .checks()
                            .get(1)
                            .parts()
                            .get(0)
                            .text();
                })
                .collect(Collectors.toSet());

        assertThat(said).hasSize(Condition.Function.values().length);
    }

    @Test
    void a_sentence_names_the_constraints_it_says() {
        Said said = RuleSentences.of(rule("AsOf( $t : date )\n$m : Milestone( open, due != null, due.last < $t )"))
                .checks()
                .get(0);

        assertThat(said.text())
                .isEqualTo("A milestone that is neither done nor cancelled and whose due date lies before today.");
        assertThat(said.numbers()).isEqualTo("1, 2 and 3");
    }

    private static String stem(String word, Set<String> known) {
        return known.contains(word) ? word : word.substring(0, word.lastIndexOf('.'));
    }

    private static void members(
            String owner,
            Iterable<FactType.Property> properties,
            Iterable<FactType.Method> methods,
            Set<String> missing,
            Set<String> known) {
        properties.forEach(p -> member(owner + "." + p.name(), p.type(), missing, known));
        methods.forEach(m -> member(owner + "." + m.name(), m.result(), missing, known));
    }

    private static void member(String word, Type type, Set<String> missing, Set<String> known) {
        known.add(word);
        if (type == Type.Simple.BOOLEAN) {
            asked(missing, word + ".yes");
            asked(missing, word + ".no");
        } else if (Phrases.find(word + ".shown") == null) {
            asked(missing, word);
        }
    }

    private static void asked(Set<String> missing, String word) {
        if (Phrases.find(word) == null) {
            missing.add(word);
        }
    }

    private static List<Integer> numbers(List<Said> said) {
        return said.stream()
                .flatMap(s -> Stream.concat(s.conditions().stream(), numbers(s.parts()).stream()))
                .sorted()
                .distinct()
                .toList();
    }

    private static RuleTree rule(String conditions) {
        String text = "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n"
                + "rule \"test/rule\"\n    @severity( LOW )\nwhen\n" + conditions
                + "\nthen\n    findings.report( $m, \"x\" );\nend\n";
        return parsed(new RuleFile("test/rule.drl", text)).get(0);
    }

    private static List<RuleTree> parsed(RuleFile file) {
        ParsedRules parsed = RuleParser.parse(List.of(file));
        assertThat(parsed.problems()).isEmpty();
        return parsed.rules();
    }

    private static List<RuleTree> trees(Path folder) {
        Predicate<Path> drl = path -> path.toString().endsWith(".drl");
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(drl)
                    .sorted()
                    .map(path -> new RuleFile(folder.relativize(path).toString(), read(path)))
                    .flatMap(file -> parsed(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
