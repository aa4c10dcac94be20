package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.evaluation.EvaluationEntry;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.HistoryEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Half a year of dated edits, decisions and publications; what was live on fifteen days is read again afterwards. */
class TimelineTest {
    private static final List<String> LINES = List.of(
            "2025-01-10 set M-1 title=Order_agreed due=2025-03-01 owner=kim",
            "2025-01-10 set M-2 title=Bridge due=2025-06-30",
            "2025-01-13 set M-3 title=Hub",
            "2025-01-14 set M-3 owner=osei",
            "2025-01-20 set M-1 status=IN_PROGRESS start=2025-01-15",
            "2025-01-27 set M-1 progress=20",
            "2025-02-03 set M-2 owner=ray",
            "2025-02-10 set M-2 status=IN_PROGRESS start=2025-02-01 progress=5",
            "2025-02-17 set M-1 progress=60",
            "2025-02-24 set M-1 forecast=2025-03-10",
            "2025-03-03 set M-1 progress=80",
            "2025-03-05 triage schedule/deadline-missed M-1 as=ACKNOWLEDGED",
            "2025-03-07 set M-1 status=DONE progress=100 done=2025-03-06",
            "2025-03-10 set M-3 due=2025-04-10",
            "2025-03-14 set M-4 title=Plant",
            "2025-03-17 set M-4 owner=osei due=2025-Q3",
            "2025-03-24 set M-2 progress=30",
            "2025-03-31 set M-3 status=BLOCKED",
            "2025-04-01 triage plan/blocked M-3 as=ACCEPTED until=2025-04-20",
            "2025-04-07 set M-2 due=2025-07-15",
            "2025-04-14 set M-5 title=Survey",
            "2025-04-15 rules plan/no-owner.drl Nobody_is_recorded_as_the_owner_of Without_an_owner:",
            "2025-04-16 down",
            "2025-04-18 set M-4 status=IN_PROGRESS start=2025-04-01 progress=10",
            "2025-04-22 up",
            "2025-04-25 set M-5 owner=ray",
            "2025-04-28 set M-3 status=IN_PROGRESS",
            "2025-04-29 set M-3 due=2025-05-20",
            "2025-05-05 set M-3 status=BLOCKED",
            "2025-05-06 set M-5 owner=-",
            "2025-05-07 rules plan/blocked.drl HIGH MEDIUM",
            "2025-05-09 set M-5 owner=ray due=2025-06-01",
            "2025-05-12 set M-2 due=2025-08-01",
            "2025-05-15 set M-6 title=Port",
            "2025-05-19 triage plan/no-owner M-6 as=FALSE_POSITIVE",
            "2025-05-21 set M-6 owner=osei",
            "2025-05-22 set M-6 owner=-",
            "2025-05-26 remove M-5",
            "2025-06-02 set M-5 title=Survey_again",
            "2025-06-03 set M-3 status=DONE progress=100 done=2025-06-02",
            "2025-06-09 set M-2 due=2025-09-01 progress=55",
            "2025-06-16 set M-4 progress=40",
            "2025-06-23 set M-2 forecast=2025-10-01",
            "2025-06-24 remove M-6",
            "2025-06-25 set M-1 title=Order_agreed_and_signed",
            "2025-06-26 set M-4 progress=70",
            "2025-06-27 set M-4 forecast=2025-09-15",
            "2025-06-28 set M-5 owner=lee",
            "2025-06-30 set M-2 status=BLOCKED");

    private static final List<LocalDate> MOMENTS = List.of(
                    "2025-01-10",
                    "2025-01-21",
                    "2025-02-24",
                    "2025-03-02",
                    "2025-03-05",
                    "2025-03-07",
                    "2025-04-02",
                    "2025-04-15",
                    "2025-04-19",
                    "2025-04-22",
                    "2025-05-07",
                    "2025-05-22",
                    "2025-06-02",
                    "2025-06-24",
                    "2025-07-02")
            .stream()
            .map(LocalDate::parse)
            .toList();

    /** What could be seen on a day. */
    private record Live(
            Instant at, Snapshot snapshot, String ruleset, List<Flag> flags, Map<Long, List<FlagEvent>> events) {}

    /** Stands for the text of a rule, only to notice that it became another; no event tells it. */
    private static final String NOT_LOGGED = "ruleHash";

    private final Databases.Clock clock = new Databases.Clock("2025-01-09T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void what_was_live_on_fifteen_days_is_what_the_archive_says_of_them(Databases kind) {
        try (Database database = kind.open(clock)) {
            Play play = new Play(database, clock);
            Map<LocalDate, Live> live = lived(play);

            assertThat(LINES.stream().filter(line -> line.matches("\\S+ (set|remove) .*")))
                    .hasSizeGreaterThanOrEqualTo(40);
            assertThat(live).hasSize(15);
            live.forEach((day, was) -> {
                Then then = play.archive.then("REE", was.at());
                assertThat(then.snapshot()).as("facts of " + day).isEqualTo(was.snapshot());
                assertThat(alive(then.flags()))
                        .as("flags of " + day)
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(NOT_LOGGED)
                        .isEqualTo(alive(was.flags()));
                was.flags()
                        .forEach(flag -> assertThat(play.archive.flag(play.flags.flag(flag.id()), was.at()))
                                .as("flag of " + day)
                                .usingRecursiveComparison()
                                .ignoringFields(NOT_LOGGED)
                                .isEqualTo(flag));
                assertThat(then.rules().ruleset().version())
                        .as("rules of " + day)
                        .isEqualTo(was.ruleset());
                was.events()
                        .forEach((flag, events) -> assertThat(
                                        play.flags.events(flag).stream().filter(e -> !e.at().isAfter(was.at())))
                                .as("history of flag " + flag + " on " + day)
                                .isEqualTo(events));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_transition_names_what_caused_it(Databases kind) {
        try (Database database = kind.open(clock)) {
            Play play = new Play(database, clock);
            lived(play);

            assertThat(told(play, "schedule/deadline-missed", "M-1"))
                    .containsExactly(
                            "2025-03-02 RAISED by CLOCK 2025-03-02",
                            "2025-03-05 TRIAGED by PERSON lee",
                            "2025-03-07 RESOLVED by EDIT set M-1 status=DONE progress=100 done=2025-03-06");
            assertThat(told(play, "plan/no-owner", "M-5"))
                    .containsExactly(
                            "2025-04-14 RAISED by EDIT set M-5 title=Survey",
                            "2025-04-15 REWORDED by RULES 2",
                            "2025-04-25 RESOLVED by EDIT set M-5 owner=ray",
                            "2025-05-06 REOPENED by EDIT set M-5 owner=-",
                            "2025-05-09 RESOLVED by EDIT set M-5 owner=ray due=2025-06-01",
                            "2025-06-02 REOPENED by EDIT set M-5 title=Survey_again",
                            "2025-06-28 RESOLVED by EDIT set M-5 owner=lee");
            assertThat(told(play, "plan/blocked", "M-3"))
                    .containsExactly(
                            "2025-03-31 RAISED by EDIT set M-3 status=BLOCKED",
                            "2025-04-01 TRIAGED by PERSON lee",
                            "2025-04-22 RETURNED by EXPIRY 2025-04-20",
                            "2025-04-28 RESOLVED by EDIT set M-3 status=IN_PROGRESS",
                            "2025-05-05 REOPENED by EDIT set M-3 status=BLOCKED",
                            "2025-05-07 EASED by RULES 3",
                            "2025-06-03 RESOLVED by EDIT set M-3 status=DONE progress=100 done=2025-06-02");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_evaluation_that_was_more_than_a_repetition_is_recorded_once(Databases kind) {
        try (Database database = kind.open(clock)) {
            Play play = new Play(database, clock);
            lived(play);
            List<EvaluationEntry> all = play.roadmaps.evaluations("REE", null, clock.instant(), 1_000);

            List<String> days = all.stream()
                    .filter(e -> e.cause().kind() == milepost.flags.life.Cause.Kind.CLOCK)
                    .map(e -> e.cause().ref())
                    .toList();
            assertThat(days)
                    .doesNotHaveDuplicates()
                    .doesNotContain("2025-04-17")
                    .contains("2025-04-16", "2025-04-22");
            assertThat(all.stream()
                            .filter(e -> e.cause().kind() == milepost.flags.life.Cause.Kind.RULES)
                            .map(e -> e.evaluated().ruleset())
                            .distinct())
                    .hasSize(2);
            assertThat(play.roadmaps.evaluations("REE", all.get(0).id(), clock.instant(), 1))
                    .containsExactly(all.get(1));
            int many = all.size();
            play.roadmaps.sweep();
            assertThat(play.roadmaps.evaluations("REE", null, clock.instant(), 1_000))
                    .hasSize(many);
        }
    }

    /** Plays every line on its day; gives what was live at the end of each moment's day. */
    private Map<LocalDate, Live> lived(Play play) {
        play.begin();
        Map<LocalDate, Live> live = new LinkedHashMap<>();
        Map<LocalDate, List<String>> byDay = LINES.stream()
                .collect(Collectors.groupingBy(
                        line -> LocalDate.parse(line.substring(0, 10)), TreeMap::new, Collectors.toList()));
        for (LocalDate day = MOMENTS.get(0); !day.isAfter(MOMENTS.get(14)); day = day.plusDays(1)) {
            play.morning(day);
            int number = 0;
            for (String line : byDay.getOrDefault(day, List.of())) {
                play.play(day, number++, line.substring(11));
            }
            if (MOMENTS.contains(day)) {
                clock.set(Archive.endOf(day, Play.ZONE).toString());
                live.put(day, live(play));
            }
        }
        return live;
    }

    private Live live(Play play) {
        List<Flag> flags = new ArrayList<>(play.flags.list(FlagQuery.all()));
        flags.sort(java.util.Comparator.comparing(Flag::id));
        Map<Long, List<FlagEvent>> events =
                flags.stream().collect(Collectors.toMap(Flag::id, f -> play.flags.events(f.id())));
        String ruleset = play.roadmaps.findEvaluated("REE").orElseThrow().ruleset();
        return new Live(clock.instant(), play.roadmaps.snapshot("REE"), ruleset, flags, events);
    }

    private static List<Flag> alive(List<Flag> flags) {
        return flags.stream().filter(f -> f.state() != FlagState.RESOLVED).toList();
    }

    private static List<String> told(Play play, String rule, String subject) {
        Flag flag = play.flags.list(FlagQuery.all().ofRule(rule).about(subject)).get(0);
        return play.flags.events(flag.id()).stream()
                .map(e -> e.at().atZone(Play.ZONE).toLocalDate() + " " + e.event() + " by "
                        + e.cause().kind() + " " + ref(play, subject, e))
                .toList();
    }

    /** What a cause points to: the line that was played, the number of the version, or the reference itself. */
    private static String ref(Play play, String subject, FlagEvent event) {
        String ref = event.cause().ref();
        return switch (event.cause().kind()) {
            case EDIT ->
                play.roadmaps.chronicle().history("REE", subject, null, 1_000).stream()
                        .map(HistoryEntry::change)
                        .filter(change -> String.valueOf(change.id()).equals(ref))
                        .map(Change::reason)
                        .findFirst()
                        .orElse(ref);
            case RULES ->
                String.valueOf(play.book.findVersion(ref).orElseThrow().number());
            default -> ref;
        };
    }
}
