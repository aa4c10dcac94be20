package milepost.rules.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import milepost.Given;
import milepost.facts.Finding;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Hostile rules that the language lets through, run over a roadmap that suits them: many milestones, each with the longest text there
 * can be. Each ends, finds little or is set aside, and the rule beside it finds what it always finds.
 */
class HostileRunTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final int MILESTONES = 300;
    private static final RuleFile NEIGHBOUR = new RuleFile("plan/neighbour.drl", """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;
            rule "plan/neighbour" @severity( HIGH )
            when
                $m : Milestone( key == "M1" )
            then
                findings.report( $m, "still here" );
            end
            """);

    @TestFactory
    Stream<DynamicTest> what_is_let_through_stays_within_its_bounds() {
        Snapshot facts = facts();
        return HostileFile.all().stream()
                .filter(HostileFile::isAccepted)
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> bounded(file, facts)));
    }

    private static void bounded(HostileFile file, Snapshot facts) {
        Ruleset rules = Ruleset.compile(List.of(file.hostile(), NEIGHBOUR)).ruleset();
        Outcome outcome =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> rules.evaluate(facts, TODAY));

        assertThat(outcome).isInstanceOf(Outcome.Complete.class);
        Outcome.Complete complete = (Outcome.Complete) outcome;
        assertThat(complete.findings())
                .filteredOn(f -> f.rule().equals("plan/neighbour"))
                .extracting(Finding::message)
                .containsExactly("still here");
        assertThat(complete.setAside())
                .extracting(RuleFailure::rule)
                .isSubsetOf(Set.of("hostile/rule", "hostile/second"));
        assertThat(complete.findings()).extracting(f -> f.message().length()).allMatch(length -> length <= 2_000);
        assertThat(complete.findings()).extracting(f -> f.evidence().size()).allMatch(size -> size <= 200);
        assertThat(complete.findings().stream().flatMap(f -> f.evidence().stream()))
                .extracting(e -> e.value() == null ? 0 : e.value().length())
                .allMatch(length -> length <= 2_000);
    }

    /** Every milestone has the status, the words and the length of text that joins and searches like. */
    private static Snapshot facts() {
        Given given = new Given().indicator("x", "processing").observation("x", "2026-01-01", "0.5");
        for (int i = 1; i <= MILESTONES; i++) {
            int number = i;
            given.milestone("M" + i, m -> m.due("2026-01-01").slips(number));
        }
        Snapshot plain = given.snapshot();
        String text = "abcdefghij klmnopqrstuvwxyz ".repeat(357);
        List<Milestone> wordy = plain.milestones().stream()
                .map(m -> new Milestone(
                        m.key(),
                        m.title() + " " + text.substring(0, 180),
                        text,
                        m.stream(),
                        m.stage(),
                        m.status(),
                        m.progress(),
                        m.start(),
                        m.due(),
                        m.baseline(),
                        m.forecast(),
                        m.completedOn(),
                        m.owner(),
                        m.requires(),
                        m.evidence(),
                        m.source(),
                        m.slips(),
                        m.recorded()))
                .toList();
        return new Snapshot(
                plain.roadmap(),
                wordy,
                plain.dependencies(),
                plain.participants(),
                plain.restrictions(),
                plain.indicators(),
                plain.observations(),
                plain.events(),
                plain.updates(),
                plain.attributes());
    }
}
