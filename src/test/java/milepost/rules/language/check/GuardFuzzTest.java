package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.syntax.Complaints;
import milepost.rules.language.syntax.FileSyntax;
import milepost.rules.language.syntax.Lines;
import milepost.rules.language.syntax.WholeText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of texts made from legitimate and hostile files: cut, doubled, crossed, with words and bytes thrown in. Whatever comes of
 * it is accepted or refused with places inside the text; an accepted text holds nothing that was passed over, and Drools reads it alike.
 */
class GuardFuzzTest {
    private static final int TEXTS = 1_500;
    /** Memory allocated while reading, in place of time: per character of the text, and at least. */
    private static final long PER_CHARACTER = 20_000;

    private static final long AT_LEAST = 4_000_000;
    private static final List<String> WORDS = List.of(
            "rule",
            "when",
            "then",
            "end",
            "not",
            "exists",
            "forall",
            "accumulate",
            "or",
            "and",
            "in",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "\\",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u202e",
            "\ufeff",
            "\ud800",
            "@",
            "#",
            "?",
            ":",
            ";",
            ",",
            ".",
            "!.",
            "->",
            "::",
            "==",
            "=",
            "&&",
            "||",
            "!",
            "-",
            "+",
            "*",
            "/",
            "%",
            "\"\"\"",
            "$m",
            "this",
            "null",
            "true",
            "new",
            "from",
            "eval",
            "findings",
            "report",
            "if",
            "else",
            "String",
            "long",
            "999999999",
            "0.5",
            "1e9",
            "0x1",
            "matches",
            "memberOf",
            "contains",
            "str[startsWith]",
            "import",
            "package",
            "global",
            "salience",
            "Milestone( )",
            "Roadmap( )",
            "AsOf( $t : date )",
            "$x : key",
            "key == $m.key",
            "System.exit( 1 )",
            "\\u0022");

    private static final List<String> SEEDS = seeds();

    private static List<String> seeds() {
        List<RuleFile> files = new ArrayList<>(RuleTexts.below(RuleTexts.RESOURCES.resolve("legit")));
        files.addAll(RuleTexts.below(Path.of("rules")));
        List<String> texts =
                new ArrayList<>(files.stream().map(RuleFile::content).toList());
        HostileFile.all().forEach(file -> {
            texts.add(file.hostile().content());
            texts.add(file.twin().content());
        });
        return texts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_text_breaks_the_reader_and_no_word_of_an_accepted_text_is_passed_over(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = mutant(random);
            ParsedRules parsed = parse(text);
            assertThat(parsed.problems()).as(text).allSatisfy(problem -> isInside(problem, text));
            if (parsed.problems().isEmpty()) {
                accepted++;
                Complaints none = new Complaints();
                FileSyntax syntax = FileSyntax.read(text, new Lines(text), none);
                assertThat(WholeText.read(text, syntax)).as(text).isEqualTo(WholeText.written(text));
                assertThat(DrlReading.differences(text)).as(text).isEmpty();
            }
        }
        assertThat(accepted).as("mutants that are rules").isGreaterThan(20);
    }

    private static ParsedRules parse(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ParsedRules parsed = RuleParser.parse(List.of(new RuleFile("fuzz/text.drl", text)));
        long used = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(used).as(text).isLessThan(AT_LEAST + PER_CHARACTER * text.length());
        return parsed;
    }

    private static void isInside(RuleProblem problem, String text) {
        Lines lines = new Lines(text);
        assertThat(problem.line()).isBetween(1, lines.count());
        assertThat(problem.column()).isGreaterThanOrEqualTo(1);
        assertThat(problem.endColumn()).isGreaterThanOrEqualTo(problem.column());
        int offset = lines.offsetOf(problem.line(), 1) + problem.endColumn() - 1;
        assertThat(offset).isLessThanOrEqualTo(lines.endOf(problem.line()) + 1);
    }

    private static String mutant(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        int changes = 1 + random.nextInt(random.nextInt(8) + 1);
        for (int i = 0; i < changes; i++) {
            change(text, random);
        }
        return text.toString();
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(30)));
            case 2, 3 -> text.insert(at, " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
            case 4 -> text.replace(at, to, WORDS.get(random.nextInt(WORDS.size())));
            case 5 -> {
                String other = SEEDS.get(random.nextInt(SEEDS.size()));
                int from = random.nextInt(other.length());
                text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(120)));
            }
            case 6 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 256 : 0x10000));
            default -> swap(text, random);
        }
    }

    private static void swap(StringBuilder text, Random random) {
        String[] lines = text.toString().split("\n", -1);
        int a = random.nextInt(lines.length);
        int b = random.nextInt(lines.length);
        String kept = lines[a];
        lines[a] = lines[b];
        lines[b] = kept;
        text.setLength(0);
        text.append(String.join("\n", lines));
    }
}
