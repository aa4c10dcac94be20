package milepost.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import milepost.Given;
import milepost.facts.Snapshot;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.Reconciliation;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;

/** Where no single edit clears a flag, two may. */
class ClearingPairsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private static final Ruleset RULES = Objects.requireNonNull(
            Ruleset.compile(List.of(new RuleFile("test/owners.drl", """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;

            rule "test/owners"
                @severity( LOW )
            when
                $m : Milestone( key == "M1", $first : owner )
                $n : Milestone( key == "M2", owner == null || $first == null )
            then
                findings.report( $m, "Without two owners" );
            end
            """))).ruleset());

    @Test
    void two_edits_are_named_where_neither_alone_is_enough() {
        assertThat(clears(null, null)).containsExactly("Name the owner of M1; and also: Name the owner of M2");
    }

    @Test
    void no_pair_is_named_where_one_edit_is_enough() {
        assertThat(clears("K. Osei", null)).containsExactly("Name the owner of M2");
    }

    private static List<String> clears(String first, String second) {
        Snapshot roadmap = new Given()
                .milestone("M1", m -> m.owner(first))
                .milestone("M2", m -> m.owner(second))
                .snapshot();
        Clearing clearing = new Clearing(
                RULES, roadmap, TODAY, TODAY.atStartOfDay(ZoneOffset.UTC).toInstant());
        return clearing.of(flag(roadmap)).stream().map(Suggestion::text).toList();
    }

    private static Flag flag(Snapshot roadmap) {
        Outcome.Complete found = (Outcome.Complete) RULES.evaluate(roadmap, TODAY);
        Reconciliation.Input input = new Reconciliation.Input(
                roadmap.roadmap().key(),
                found.findings(),
                Set.of(),
                Map.of(),
                Set.of(),
                TODAY,
                TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                RULES.version(),
                new Cause(Cause.Kind.CLOCK, TODAY.toString()));
        return Reconciliation.merge(List.of(), input).get(0).flag();
    }
}
