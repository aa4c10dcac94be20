package milepost.rules.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import milepost.Given;
import milepost.facts.Confidence;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.Precision;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;

/** A roadmap made by chance, the same for the same seed: every status and precision, empty fields, facts that join and facts that do not. */
public final class GeneratedRoadmap {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final List<String> STAGES = List.of("reserves", "extraction", "processing", "demand");
    private static final List<String> COUNTRIES = List.of("RU", "CN", "US", "KP", "BY", "DE", "KZ");
    private static final List<String> SECTORS = List.of("rare earths", "aluminium", "ports");
    private static final List<String> NAMES = List.of(
            "Task 1", "Task 2", "Task x", "Bridge over the river", "New bridge", "Мост", "Test rig", "Pilot port");
    private static final List<String> INDICATORS =
            List.of("processing-capacity", "water", "fuel", "ore", "demand", "rail");
    private static final int[] DAYS = {-366, -365, -91, -90, -31, -14, -1, 0, 1, 13, 14, 29, 30, 31, 59, 60, 61};
    private static final String[] NUMBERS = {"0", "0.5", "0.75", "12", "94.999", "95.5", "100", "999.25", "1000", "2500"
    };

    private final Random random;
    private final int size;

    private GeneratedRoadmap(long seed, int size) {
        this.random = new Random(seed);
        this.size = size;
    }

    /** A small one; its size, up to 40 milestones, depends on the seed. */
    public static Snapshot small(long seed) {
        int[] sizes = {0, 1, 2, 3, 5, 8, 13, 21, 40};
        return of(seed, sizes[(int) (seed % sizes.length)]);
    }

    public static Snapshot of(long seed, int milestones) {
        return new GeneratedRoadmap(seed, milestones).snapshot();
    }

    private Snapshot snapshot() {
        List<Dependency> dependencies = size < 2
                ? List.of()
                : some(size, i -> {
                    int from = random.nextInt(size - 1);
                    int to = from + 1 + random.nextInt(Math.min(10, size - from - 1));
                    return new Dependency("M" + from, "M" + to, random.nextInt(10), Given.RECORDED);
                });
        return new Snapshot(
                new Roadmap(
                        "REE",
                        "Rare earths",
                        null,
                        pick(COUNTRIES),
                        null,
                        null,
                        size % 2 == 0 ? null : TODAY.minusYears(1),
                        ZoneId.of("UTC"),
                        size == 21 ? STAGES.subList(0, 3) : STAGES,
                        Given.RECORDED),
                some(size, this::milestone),
                dependencies,
                size == 0 ? List.of() : some(size / 2, this::participant),
                some(Math.min(8, size), this::restriction),
                some(Math.min(INDICATORS.size(), 1 + size / 3) + Math.min(14, size / 10), this::indicator),
                some(Math.min(60, size / 2), this::observation),
                some(size / 4, i -> new Event("e" + i, "Event " + i, date(), null, null, Given.RECORDED)),
                size == 0 ? List.of() : some(size, this::update),
                List.of(),
                some(size / 2, this::rating));
    }

    private Milestone milestone(int i) {
        TargetDate due = maybe(date());
        return new Milestone(
                "M" + i,
                pick(NAMES),
                null,
                null,
                maybe(pick(STAGES)),
                pick(List.of(Status.values())),
                maybe(List.of(0, 4, 5, 6, 40, 41, 50, 59, 60, 100).get(random.nextInt(10))),
                maybe(date()),
                due,
                random.nextInt(3) == 0 ? due : maybe(date()),
                maybe(date()),
                maybe(date()),
                random.nextInt(8) == 0 ? null : "K. Osei",
                INDICATORS.stream().filter(k -> random.nextInt(4) == 0).toList(),
                some(random.nextInt(3), this::source),
                maybe(source(random.nextInt(2))),
                random.nextInt(5),
                Given.RECORDED);
    }

    private Source source(int i) {
        return new Source(i == 0 ? "Directive" : "Report", null, null);
    }

    private Participant participant(int i) {
        String name = "Partner " + random.nextInt(size);
        return new Participant(
                "p" + i, "M" + random.nextInt(size), name, pick(COUNTRIES), maybe(pick(SECTORS)), null, Given.RECORDED);
    }

    private Restriction restriction(int i) {
        return new Restriction(
                "r" + i,
                "Measure " + i,
                pick(List.of(RestrictionKind.values())),
                COUNTRIES.stream().filter(c -> random.nextInt(3) == 0).toList(),
                COUNTRIES.stream().filter(c -> random.nextInt(3) == 0).toList(),
                maybe(pick(SECTORS)),
                maybe(day()),
                maybe(day()),
                null,
                null,
                Given.RECORDED);
    }

    private Indicator indicator(int i) {
        return new Indicator(
                indicatorKey(i),
                "Indicator " + i,
                maybe(pick(STAGES)),
                "t",
                maybe(number()),
                null,
                null,
                Given.RECORDED);
    }

    private Observation observation(int i) {
        String of = indicatorKey(random.nextInt(INDICATORS.size() + Math.min(14, size / 10)));
        return new Observation("o" + i, of, maybe(date()), number(), null, null, Given.RECORDED);
    }

    private static String indicatorKey(int i) {
        return i < INDICATORS.size() ? INDICATORS.get(i) : "indicator-" + i;
    }

    private ProgressUpdate update(int i) {
        String of = "M" + random.nextInt(size);
        return new ProgressUpdate("u" + i, of, day(), maybe(random.nextInt(101)), null, "report", null, Given.RECORDED);
    }

    private Rating rating(int i) {
        String of = random.nextInt(4) == 0 ? null : "M" + random.nextInt(size);
        Confidence level = random.nextInt(3) == 0 ? Confidence.AMBER : Confidence.RED;
        return new Rating("x" + i, of, level, day(), "rated", null, null, maybe(day()), Given.RECORDED);
    }

    private BigDecimal number() {
        return new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]);
    }

    private LocalDate day() {
        int days = random.nextBoolean() ? DAYS[random.nextInt(DAYS.length)] : random.nextInt(900) - 450;
        return TODAY.plusDays(days);
    }

    private TargetDate date() {
        return TargetDate.of(day(), random.nextBoolean() ? Precision.DAY : pick(List.of(Precision.values())));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Empty once in four. */
    private <T> T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static <T> List<T> some(int count, IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }
}
