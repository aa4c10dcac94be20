package milepost.roadmap;

import static milepost.flags.life.FlagEvent.Kind.LOOKED_AT;
import static milepost.flags.life.FlagEvent.Kind.RAISED;
import static milepost.flags.life.FlagEvent.Kind.RESOLVED;
import static milepost.flags.life.FlagEvent.Kind.SHADOWED;
import static milepost.flags.life.FlagEvent.Kind.SHADOW_CLEARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.Flags;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import milepost.foresight.DryRun;
import milepost.foresight.Forecasts;
import milepost.roadmap.fact.Edit;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that only authors hear of, and flags that are there only because rules were published. */
class ShadowTest {
    private static final String KEY = "plan/open";
    private static final String ORDINARY = """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;
            rule "plan/open" @severity( CRITICAL )
            when
                $m : Milestone( open )
            then
                findings.report( $m, "Open: " + $m.title() );
            end
            """;
    private static final String SHADOW = ORDINARY.replace("@severity", "@shadow( true ) @severity");

    private final Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void flags_of_a_rule_in_shadow_are_nowhere_but_with_authors(Databases kind) throws Exception {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, Map.of());
            Map<Severity, Integer> health = bench.roadmaps.summary("REE").flags();
            List<FlagTally> tallies = bench.flags.tally();

            bench.publish(Map.of("plan/open.drl", SHADOW));

            List<Flag> shadow = bench.flags.inShadow(FlagQuery.active().ofRule(KEY));
            assertThat(shadow).isNotEmpty().allMatch(Flag::shadow);
            Flag one = shadow.get(0);
            assertThat(bench.flags.flagForAuthors(one.id())).isEqualTo(one);
            assertThatThrownBy(() -> bench.flags.flag(one.id()))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
            Decision decision = new Decision(Triage.FALSE_POSITIVE, "no", null);
            assertThatThrownBy(() -> bench.flags
                            .triaging()
                            .act(
                                    new Decider("kim", Severity.CRITICAL),
                                    new FlagRef(one.id(), null),
                                    new Act.Decide(decision),
                                    LocalDate.parse("2026-11-23")))
                    .isInstanceOf(Problem.class);
            assertThat(bench.flags.list(FlagQuery.all().ofRule(KEY))).isEmpty();
            assertThat(bench.flags.list(FlagQuery.all().matching("Open:"))).isEmpty();
            assertThat(bench.flags.tally()).isEqualTo(tallies);
            assertThat(bench.roadmaps.summary("REE").flags()).isEqualTo(health);
            assertThat(bench.flags.raisedBy(bench.book.live().version(), milepost.facts.Reach.EVERYTHING))
                    .isEmpty();
            assertThat(new Forecasts(bench.roadmaps, bench.flags, bench.book::live)
                            .ahead("REE", LocalDate.parse("2026-11-23"), LocalDate.parse("2027-12-31"))
                            .events())
                    .noneMatch(e -> e.rule().equals(KEY));

            Saved saved = bench.done(one.subject());

            assertThat(saved.flags().raised()).noneMatch(f -> f.rule().equals(KEY));
            assertThat(saved.flags().resolved()).noneMatch(f -> f.rule().equals(KEY));
            assertThat(bench.roadmaps
                            .chronicle()
                            .history("REE", one.subject(), null, 1)
                            .get(0)
                            .flags())
                    .noneMatch(e -> e.flag() == one.id());
            assertThat(bench.flags.events(one.id()))
                    .extracting(FlagEvent::event)
                    .containsExactly(SHADOWED, SHADOW_CLEARED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaving_shadow_makes_its_flags_ordinary_with_cause_rules_and_entering_it_takes_them_away(Databases kind)
            throws Exception {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, Map.of("plan/open.drl", SHADOW));
            long id = bench.flags.inShadow(FlagQuery.active()).get(0).id();

            DryRun dry = DryRun.of(
                    bench.with(Map.of("plan/open.drl", ORDINARY)).compile(), bench.roadmaps, bench.flags, null);
            bench.publish(Map.of("plan/open.drl", ORDINARY));

            List<Flag> now = bench.flags.list(FlagQuery.active().ofRule(KEY));
            assertThat(dry.count(DryRun.Event.RAISED)).isEqualTo(now.size()).isPositive();
            assertThat(bench.flags.inShadow(FlagQuery.all())).isEmpty();
            assertThat(bench.flags.flag(id).published())
                    .isEqualTo(bench.book.live().version());
            assertThat(bench.flags.events(id))
                    .extracting(FlagEvent::event, e -> e.cause().kind())
                    .containsExactly(tuple(SHADOWED, Cause.Kind.IMPORT), tuple(RAISED, Cause.Kind.RULES));

            bench.publish(Map.of("plan/open.drl", SHADOW));

            assertThat(bench.flags.list(FlagQuery.all().ofRule(KEY))).isEmpty();
            assertThat(bench.flags.inShadow(FlagQuery.active())).hasSameSizeAs(now);

            bench.publish(Map.of());

            assertThat(bench.flags.inShadow(FlagQuery.active())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_publication_raises_is_no_news_until_somebody_looks_at_it(Databases kind) throws Exception {
        try (Database database = kind.open(clock)) {
            Bench bench = new Bench(database, Map.of());
            Instant before = clock.instant();
            clock.set("2026-11-23T10:00:00Z");
            int news = bench.news(before);

            bench.publish(Map.of("plan/open.drl", ORDINARY));

            String version = bench.book.live().version();
            List<Flag> raised = bench.flags.raisedBy(version, milepost.facts.Reach.EVERYTHING);
            assertThat(raised).isNotEmpty().allMatch(f -> version.equals(f.published()));
            assertThat(bench.news(before)).isEqualTo(news);
            assertThat(bench.flags.list(FlagQuery.counted().newsSince(before))).doesNotContainAnyElementsOf(raised);
            assertThat(bench.flags.notLookedAt(version, key -> true)).isEqualTo(raised.size());

            assertThat(bench.flags.lookedAt("kim", version, key -> true)).isEqualTo(raised.size());

            assertThat(bench.news(before)).isEqualTo(news + raised.size());
            assertThat(bench.flags.list(FlagQuery.counted().newsSince(before)))
                    .extracting(Flag::id)
                    .containsAll(raised.stream().map(Flag::id).toList());
            assertThat(bench.flags.lookedAt("kim", version, key -> true)).isZero();
            assertThat(bench.flags.events(raised.get(0).id()))
                    .extracting(FlagEvent::event, e -> e.cause().ref())
                    .containsExactly(tuple(RAISED, version), tuple(LOOKED_AT, "kim"));
            assertThat(bench.flags.raisedBy(version, milepost.facts.Reach.EVERYTHING))
                    .hasSameSizeAs(raised);

            bench.publish(Map.of());

            assertThat(bench.flags.events(raised.get(0).id()))
                    .extracting(FlagEvent::event)
                    .endsWith(RESOLVED);
        }
    }

    /** The shipped rules with more, and the example roadmap. */
    private static final class Bench {
        final Rulebook book;
        final Flags flags;
        final Roadmaps roadmaps;
        private final RuleFiles shipped = RuleFiles.of(milepost.rules.RuleFolder.read(Path.of("rules")));

        Bench(Database database, Map<String, String> more) throws Exception {
            book = Rulebook.open(database, () -> shipped);
            book.publish(Publication.files("files", "first"), with(more), 0);
            flags = new Flags(database);
            roadmaps = new Roadmaps(database, flags, book::live);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
        }

        RuleFiles with(Map<String, String> more) {
            TreeMap<String, String> texts = new TreeMap<>(shipped.texts());
            texts.putAll(more);
            return new RuleFiles(texts);
        }

        void publish(Map<String, String> more) {
            book.publish(
                    Publication.web("ada", "ada", "new rules"),
                    with(more),
                    book.current().number());
            roadmaps.sweep();
        }

        int news(Instant since) {
            return flags.list(FlagQuery.active().newSince(since.plusSeconds(1)).atMost(1_000))
                    .size();
        }

        Saved done(String milestone) {
            var now = roadmaps.snapshot("REE").milestones().stream()
                    .filter(m -> m.key().equals(milestone))
                    .findFirst()
                    .orElseThrow();
            return roadmaps.save(
                    new Roadmaps.Author("mara", null, null),
                    "REE",
                    List.of(new Edit.MilestoneRevision(
                            now.key(),
                            now.recorded().version(),
                            now.title(),
                            now.description(),
                            now.stream(),
                            now.stage(),
                            milepost.facts.Status.DONE,
                            100,
                            now.start(),
                            now.due(),
                            now.forecast(),
                            milepost.facts.TargetDate.day(LocalDate.parse("2026-11-20")),
                            now.owner(),
                            now.requires(),
                            now.evidence(),
                            now.source())));
        }
    }
}
