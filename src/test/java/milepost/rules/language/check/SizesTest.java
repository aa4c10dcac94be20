package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import milepost.rules.language.Limit;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts too large, too deep or too many to be rules: refused, and refused cheaply. */
class SizesTest {
    private static final String HEAD = "package milepost.rules;\nimport milepost.facts.*;\nglobal Findings findings;\n";
    private static final String REPORT = "    findings.report( $m, \"x\" );\n";
    /** Bytes allocated by reading a text of the largest size, whatever stands in it. */
    private static final long MOST_ALLOCATED = 400L << 20;

    @TestFactory
    Stream<DynamicTest> a_bomb_is_refused_with_the_code_of_its_limit() {
        Map<String, List<String>> bombs = Map.ofEntries(
                Map.entry(
                        "five thousand brackets",
                        List.of("size", condition("(".repeat(5_000) + "open" + ")".repeat(5_000)))),
                Map.entry(
                        "brackets over many lines",
                        List.of("too-deep", condition("(\n".repeat(900) + "open" + ")\n".repeat(900)))),
                Map.entry(
                        "nested calls",
                        List.of("too-deep", condition("title.contains( ".repeat(12) + "title" + " )".repeat(12)))),
                Map.entry("a file of a megabyte", List.of("size", HEAD + "// x\n".repeat(210_000))),
                Map.entry("many lines", List.of("size", HEAD + "\n".repeat(7_000))),
                Map.entry("a long line", List.of("size", condition("title == \"" + "x".repeat(2_001) + "\""))),
                Map.entry("three thousand rules", List.of("size", HEAD + rules(1_500))),
                Map.entry(
                        "three thousand reports",
                        List.of("too-long", rule("    $m : Milestone( )\n", REPORT.repeat(1_000)))),
                Map.entry("statements", List.of("too-long", rule("    $m : Milestone( )\n", locals(60) + REPORT))),
                Map.entry(
                        "conditions",
                        List.of(
                                "too-many-patterns",
                                rule("    $m : Milestone( )\n" + "    Event( )\n".repeat(39), REPORT))),
                Map.entry(
                        "more conditions",
                        List.of("too-long", rule("    $m : Milestone( )\n" + "    Event( )\n".repeat(60), REPORT))),
                Map.entry(
                        "else if",
                        List.of(
                                "too-long",
                                rule(
                                        "    $m : Milestone( )\n",
                                        "    if ($m.open()) { findings.report( $m, \"x\" ); } else\n".repeat(60)
                                                + " { findings.report( $m, \"x\" ); }\n"))),
                Map.entry(
                        "metadata",
                        List.of(
                                "metadata",
                                HEAD + "rule \"a/b\" @severity( LOW ) @why( \"" + "x".repeat(1_500)
                                        + "\" )\nwhen\n    $m : Milestone( )\nthen\n" + REPORT + "end\n")));
        return bombs.entrySet().stream()
                .map(bomb -> DynamicTest.dynamicTest(bomb.getKey(), () -> {
                    List<String> codes =
                            problems(new RuleFile("a/b.drl", bomb.getValue().get(1)));
                    assertThat(codes).contains(bomb.getValue().get(0)).hasSizeLessThanOrEqualTo(100);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_text_of_the_largest_size_is_read_cheaply_whatever_stands_in_it() {
        Map<String, String> fillers = Map.of(
                "unknown names",
                        "    $m : Milestone( aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbb )\n",
                "openers", "((((((((((\n",
                "closers", "))))))))))\n",
                "quotes", "\"\n",
                "words", "a b c d e f g\n",
                "rules", "rule \"a/b\" when then end\n",
                "unclosed rules", "rule \"a/b\" when Milestone(\n",
                "metadata", "rule \"a/b\" @title( \"x\" ) @title( \"x\" )\n",
                "hidden characters", "\u200b\u200b\u200b\u200b\n",
                "dots", "a.a.a.a.a.a.a.a.a.a.\n");
        return fillers.entrySet().stream()
                .map(filler -> DynamicTest.dynamicTest(filler.getKey(), () -> {
                    int times = Math.min(5_900, 250_000 / filler.getValue().length());
                    RuleFile file =
                            new RuleFile("a/b.drl", HEAD + filler.getValue().repeat(times));
                    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
                    long before = threads.getCurrentThreadAllocatedBytes();
                    assertThat(problems(file)).isNotEmpty().hasSizeLessThanOrEqualTo(100);
                    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                            .isLessThan(MOST_ALLOCATED);
                }));
    }

    @Test
    void as_many_rules_as_a_file_may_have_are_accepted_and_one_more_is_not() {
        assertThat(problems(new RuleFile("a/b.drl", HEAD + rules(Limit.RULES.most()))))
                .isEmpty();
        assertThat(problems(new RuleFile("a/b.drl", HEAD + rules(Limit.RULES.most() + 1))))
                .containsExactly("size");
    }

    @Test
    void a_rulebook_has_an_end_too() {
        List<RuleFile> many = IntStream.rangeClosed(0, Limit.FILES.most())
                .mapToObj(i -> new RuleFile("a/f" + i + ".drl", HEAD))
                .toList();
        List<RuleFile> large = IntStream.range(0, 20)
                .mapToObj(i -> new RuleFile("a/f" + i + ".drl", HEAD + "// x\n".repeat(50_000)))
                .toList();

        assertThat(RuleParser.parse(many).problems())
                .extracting(RuleProblem::code)
                .containsExactly("size");
        assertThat(RuleParser.parse(large).problems())
                .extracting(RuleProblem::code)
                .containsExactly("size");
        assertThat(RuleParser.parse(many.subList(0, Limit.FILES.most())).problems())
                .isEmpty();
    }

    private static String condition(String test) {
        return rule("    $m : Milestone( " + test + " )\n", REPORT);
    }

    private static String rule(String when, String then) {
        return HEAD + "rule \"a/b\" @severity( LOW )\nwhen\n" + when + "then\n" + then + "end\n";
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "rule \"a/r" + i + "\" @severity( LOW ) when $m : Milestone( slips == " + i
                        + " ) then findings.report( $m, \"x\" ); end\n")
                .collect(Collectors.joining());
    }

    private static String locals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "    long n" + i + " = 1;\n")
                .collect(Collectors.joining());
    }

    private static List<String> problems(RuleFile file) {
        return RuleParser.parse(List.of(file)).problems().stream()
                .map(RuleProblem::code)
                .toList();
    }
}
