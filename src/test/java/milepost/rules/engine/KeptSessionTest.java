package milepost.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import milepost.Given;
import milepost.facts.Snapshot;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.Budget;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import milepost.rules.language.check.RuleParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that stays finds what a fresh one finds, whatever happens to the facts in between. */
class KeptSessionTest {
    private static final List<RuleTree> RULES = rules();
    private static final int EDITS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void hundreds_of_edits_one_after_another_give_what_a_fresh_evaluation_gives(long seed) {
        Engine engine = new Engine(RULES);
        Random random = new Random(seed);
        Snapshot donor = GeneratedRoadmap.of(seed + 100, 30);
        Snapshot now = GeneratedRoadmap.of(seed, 30);
        LocalDate day = GeneratedRoadmap.TODAY;
        for (int i = 0; i < EDITS; i++) {
            now = edited(now, donor, random);
            day = random.nextInt(10) == 0 ? GeneratedRoadmap.TODAY.plusDays(random.nextInt(90) - 45) : day;
            assertThat(engine.evaluateAgain(now, day)).as("edit " + i).isEqualTo(engine.evaluate(now, day));
        }
        assertThat(engine.uses("REE")).as("evaluations by one session").isEqualTo(EDITS);
    }

    @Test
    void what_a_rule_lists_is_in_the_order_of_the_facts_after_one_of_them_moved() {
        List<RuleTree> rules = trees(List.of(new RuleFile("test/listed.drl", """
                package milepost.rules;

                import milepost.facts.*;

                global Findings findings;

                rule "test/listed"
                    @severity( LOW )
                when
                    $r : Roadmap( )
                    accumulate( Milestone( $k : key ); $all : collectList( $k ) )
                then
                    findings.report( $r, "" + $all );
                end
                """)));
        Engine engine = new Engine(rules);
        Random random = new Random(1);
        Snapshot now = GeneratedRoadmap.of(1, 12);
        for (int i = 0; i < 40; i++) {
            List<milepost.facts.Milestone> moved = new ArrayList<>(now.milestones());
            moved.add(random.nextInt(moved.size()), moved.remove(random.nextInt(moved.size())));
            now = with(now, moved);
            Outcome again = engine.evaluateAgain(now, GeneratedRoadmap.TODAY);
            assertThat(again).as("move " + i).isEqualTo(engine.evaluate(now, GeneratedRoadmap.TODAY));
        }
        assertThat(engine.uses("REE")).isEqualTo(40);
    }

    private static Snapshot with(Snapshot now, List<milepost.facts.Milestone> milestones) {
        return new Snapshot(
                now.roadmap(),
                milestones,
                now.dependencies(),
                now.participants(),
                now.restrictions(),
                now.indicators(),
                now.observations(),
                now.events(),
                now.updates(),
                now.attributes(),
                now.ratings());
    }

    @Test
    void a_rule_that_fails_on_what_came_is_set_aside_as_by_a_fresh_evaluation_and_all_is_well_when_it_has_gone() {
        List<RuleTree> rules = new ArrayList<>(RULES);
        rules.addAll(
                RuleParser.parse(List.of(new RuleFile("test/tenth.drl", """
                        package milepost.rules;

                        import milepost.facts.*;

                        global Findings findings;

                        rule "test/tenth"
                            @severity( LOW )
                        when
                            $m : Milestone( 10 / slips > 1 )
                        then
                            findings.report( $m, "x" );
                        end
                        """))).rules());
        Engine engine = new Engine(rules);
        Snapshot fine = given(2);
        Snapshot failing = given(0);

        assertThat(engine.evaluateAgain(fine, GeneratedRoadmap.TODAY))
                .isEqualTo(engine.evaluate(fine, GeneratedRoadmap.TODAY));
        Outcome.Complete outcome = (Outcome.Complete) engine.evaluateAgain(failing, GeneratedRoadmap.TODAY);
        assertThat(outcome).isEqualTo(engine.evaluate(failing, GeneratedRoadmap.TODAY));
        assertThat(outcome.setAside()).extracting(RuleFailure::rule).containsExactly("test/tenth");
        assertThat(engine.uses("REE")).isZero();
        assertThat(engine.evaluateAgain(fine, GeneratedRoadmap.TODAY))
                .isEqualTo(engine.evaluate(fine, GeneratedRoadmap.TODAY));
    }

    @Test
    void a_rule_over_its_budget_is_set_aside_whichever_way_it_is_evaluated() {
        Budget small = new Budget(20, 1_000_000, java.time.Duration.ofSeconds(10), 1L << 30, 1_000, 16);
        Engine engine = new Engine(RULES, null, small);
        for (long seed = 0; seed < 9; seed++) {
            Snapshot roadmap = GeneratedRoadmap.small(seed);
            assertThat(engine.evaluateAgain(roadmap, GeneratedRoadmap.TODAY))
                    .isEqualTo(engine.evaluate(roadmap, GeneratedRoadmap.TODAY));
        }
    }

    private static Snapshot given(int slips) {
        return new Given().milestone("M1", m -> m.slips(slips)).snapshot();
    }

    /** One to three lists of facts with something taken out, put in or put in place of something else. */
    private static Snapshot edited(Snapshot now, Snapshot donor, Random random) {
        int which = random.nextInt(9);
        return new Snapshot(
                now.roadmap(),
                which < 4 ? edited(now.milestones(), donor.milestones(), random) : now.milestones(),
                which == 4 ? edited(now.dependencies(), donor.dependencies(), random) : now.dependencies(),
                which == 5 ? edited(now.participants(), donor.participants(), random) : now.participants(),
                which == 6 ? edited(now.restrictions(), donor.restrictions(), random) : now.restrictions(),
                which == 7 ? edited(now.indicators(), donor.indicators(), random) : now.indicators(),
                which > 6 ? edited(now.observations(), donor.observations(), random) : now.observations(),
                which == 0 ? edited(now.events(), donor.events(), random) : now.events(),
                which < 3 ? edited(now.updates(), donor.updates(), random) : now.updates(),
                which == 3 ? edited(now.attributes(), donor.attributes(), random) : now.attributes());
    }

    private static <T> List<T> edited(List<T> now, List<T> donor, Random random) {
        List<T> facts = new ArrayList<>(now);
        if (!facts.isEmpty() && random.nextInt(3) > 0) {
            facts.remove(random.nextInt(facts.size()));
        }
        List<T> others = donor.stream().filter(fact -> !facts.contains(fact)).toList();
        if (!others.isEmpty() && random.nextInt(3) > 0) {
            facts.add(others.get(random.nextInt(others.size())));
        }
        return facts;
    }

    private static List<RuleTree> rules() {
        return trees(Stream.of("rules", "src/test/resources/milepost/rules/legit")
                .flatMap(folder -> RuleFolder.read(Path.of(folder)).rules().stream()
                        .map(file -> new RuleFile(
                                folder.contains("legit") ? "legit/" + file.path() : file.path(), file.content())))
                .toList());
    }

    private static List<RuleTree> trees(List<RuleFile> files) {
        return Ruleset.compile(files).ruleset().trees();
    }
}
