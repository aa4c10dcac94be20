package milepost.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.Compilation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our evaluation finds what Drools' own generated code finds, on the shipped rules and on the legitimate corpus. */
class DroolsAgreesTest {
    private static final int ROADMAPS = 200;
    private static final List<RuleFile> SHIPPED =
            RuleFolder.read(Path.of("rules")).rules();
    private static final List<RuleFile> ALL = all();

    /** Where we mean something else than Drools 10.2.0, and why; everything not named here is equal. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "legit/collect", "We write a list without brackets: M1, M2.",
            "legit/forall",
                    "Drools does not let a forall over two patterns hold when no fact is in its domain; ours does.",
            "legit/slips-total", "Drools compares the wrong results when a test names two results of one accumulate.",
            "legit/accumulate-join", "Drools hands a tuple to a function over several patterns and throws.");

    @Test
    void two_hundred_generated_roadmaps_give_the_same_findings() {
        List<RuleFile> common =
                ALL.stream().filter(f -> !DIFFERENT.containsKey(key(f))).toList();
        Ruleset ours = ruleset(common);
        PlainDrools theirs = PlainDrools.compile(common, ours.rules());
        Set<String> silent =
                new HashSet<>(common.stream().map(DroolsAgreesTest::key).toList());
        for (long seed = 0; seed < ROADMAPS; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            LocalDate day = day(seed);
            List<Finding> findings = findings(ours, roadmap, day);
            assertThat(texts(findings)).as("seed " + seed).isEqualTo(texts(theirs.evaluate(roadmap, day)));
            findings.forEach(f -> silent.remove(f.rule()));
        }
        assertThat(silent)
                .as("rules that never reported, so that nothing was compared")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> what_is_listed_as_different_still_is() {
        return DIFFERENT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<RuleFile> one = ALL.stream()
                            .filter(f -> key(f).equals(entry.getKey()))
                            .toList();
                    Ruleset ours = ruleset(one);
                    PlainDrools theirs = PlainDrools.compile(one, ours.rules());
                    assertThat(LongStream.range(0, ROADMAPS).anyMatch(seed -> differ(ours, theirs, seed)))
                            .as(entry.getValue())
                            .isTrue();
                }));
    }

    private static boolean differ(Ruleset ours, PlainDrools theirs, long seed) {
        Snapshot roadmap = GeneratedRoadmap.small(seed);
        List<String> own = texts(findings(ours, roadmap, day(seed)));
        try {
            return !own.equals(texts(theirs.evaluate(roadmap, day(seed))));
        } catch (ClassCastException e) {
            return true;
        }
    }

    @Test
    void each_shipped_rule_alone_finds_what_it_finds_among_the_others() {
        Ruleset together = ruleset(SHIPPED);
        List<Ruleset> alone = SHIPPED.stream()
                .filter(file -> !file.content().contains("Finding("))
                .map(file -> ruleset(List.of(file)))
                .toList();
        for (long seed = 0; seed < ROADMAPS; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            List<Finding> all = findings(together, roadmap, GeneratedRoadmap.TODAY);
            for (Ruleset one : alone) {
                String key = one.rules().get(0).key();
                assertThat(findings(one, roadmap, GeneratedRoadmap.TODAY))
                        .as(key + ", seed " + seed)
                        .isEqualTo(
                                all.stream().filter(f -> f.rule().equals(key)).toList());
            }
        }
    }

    private static LocalDate day(long seed) {
        return GeneratedRoadmap.TODAY.plusDays(seed % 7 * 15 - 30);
    }

    private static Ruleset ruleset(List<RuleFile> files) {
        Compilation compilation = Ruleset.compile(files);
        assertThat(compilation.problems()).isEmpty();
        return compilation.ruleset();
    }

    private static String key(RuleFile file) {
        return file.content().replaceAll("(?s).*\\nrule \"([^\"]+)\".*", "$1");
    }

    private static List<RuleFile> all() {
        List<RuleFile> files = new ArrayList<>(SHIPPED);
        RuleFolder.read(Path.of("src/test/resources/milepost/rules/legit"))
                .rules()
                .forEach(f -> files.add(new RuleFile("legit/" + f.path(), f.content())));
        return files;
    }

    private static List<Finding> findings(Ruleset rules, Snapshot roadmap, LocalDate day) {
        Outcome outcome = rules.evaluate(roadmap, day);
        assertThat(outcome).isInstanceOf(Outcome.Complete.class);
        Outcome.Complete complete = (Outcome.Complete) outcome;
        assertThat(complete.setAside()).isEmpty();
        return complete.findings();
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.rule() + " " + f.kind() + " " + f.subject() + " " + f.severity() + ": " + f.message())
                .toList();
    }
}
