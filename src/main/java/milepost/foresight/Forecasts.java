package milepost.foresight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Then;
import milepost.rules.Ruleset;

/** Forecasts of flags; nothing is written. */
public final class Forecasts {
    /** How far a forecast may look ahead. */
    public static final int LONGEST_DAYS = 3 * 366;

    private final Roadmaps roadmaps;
    private final Flags flags;
    private final Supplier<Ruleset> live;

    public Forecasts(Roadmaps roadmaps, Flags flags, Supplier<Ruleset> live) {
        this.roadmaps = roadmaps;
        this.flags = flags;
        this.live = live;
    }

    /**
     * What will happen to the flags of a roadmap from today on, with what people have decided about them.
     *
     * @throws Problem NOT_FOUND, or INVALID when {@code until} is not after {@code today} or too far away
     */
    public Forecast ahead(String roadmap, LocalDate today, LocalDate until) {
        check(today, until);
        Snapshot snapshot = roadmaps.snapshot(roadmap);
        return new DayByDay(snapshot, live.get(), flags.list(FlagQuery.all().inRoadmap(roadmap))).play(today, until);
    }

    /**
     * What the rules in use say from any other day on, on what is recorded now.
     *
     * @throws Problem as {@link #ahead}
     */
    public Forecast from(String roadmap, LocalDate from, LocalDate until) {
        check(from, until);
        return new DayByDay(roadmaps.snapshot(roadmap), live.get(), List.of()).play(from, until);
    }

    /**
     * What could have been said at an instant: by the rules of then, on what was recorded then, with what people had decided then.
     * Rules published later judge nothing of it.
     *
     * @throws Problem INVALID as {@link #ahead}
     */
    public Forecast then(Then then, LocalDate from, LocalDate until) {
        check(from, until);
        List<Flag> flags = from.isBefore(then.day()) ? List.of() : then.flags();
        return new DayByDay(then.snapshot(), then.rules().ruleset(), flags).play(from, until);
    }

    private static void check(LocalDate from, LocalDate until) {
        String wrong = !until.isAfter(from)
                ? "The forecast must end after " + from + ", the day it starts from."
                : ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS
                        ? "A forecast looks at most " + LONGEST_DAYS + " days ahead, to " + from.plusDays(LONGEST_DAYS)
                                + "."
                        : null;
        if (wrong != null) {
            throw new Problem(
                    Problem.Kind.INVALID, "This forecast cannot be made.", List.of(new FieldError("until", wrong)));
        }
    }
}
