package milepost.exchange.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import milepost.exchange.intake.heading.Mapping;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.Planning;
import milepost.exchange.intake.plan.Request;
import milepost.exchange.intake.plan.Trouble;
import milepost.exchange.table.Table;
import milepost.exchange.table.Tables;
import milepost.exchange.work.Stage;
import milepost.exchange.work.Told;
import milepost.exchange.work.Tracker;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.roadmap.Imports;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import org.jspecify.annotations.Nullable;

/** Takes tables in: says what that comes to, and does all of it or nothing. */
public final class Intake {
    private static final int NAMED = 20;

    private final Roadmaps roadmaps;
    private final Imports imports;

    public Intake(Roadmaps roadmaps, Imports imports) {
        this.roadmaps = roadmaps;
        this.imports = imports;
    }

    /**
     * Reads a file and works out what taking it in comes to; nothing is stored.
     *
     * @throws Problem INVALID when it is no table, TOO_LARGE when it holds too much
     */
    public Plan plan(String name, byte[] bytes, Wish wish, Tracker tracker) {
        List<Table> sheets = Tables.read(name, bytes);
        Mapping mapping = Mapping.of(sheets, wish.profile()).with(wish.meanings());
        tracker.begin(Stage.COMPARING, mapping.table().rows().size() - mapping.head() - 1);
        return Planning.of(request(mapping, wish), tracker::done);
    }

    public Plan plan(String name, byte[] bytes, Wish wish) {
        return plan(name, bytes, wish, Tracker.NONE);
    }

    /**
     * Stores all of a plan in one change.
     *
     * @throws Problem INVALID with the places when something in the file stops it, or with {@code reason} when a due date moves further
     *     than it may without one, CONFLICT when the roadmap was changed meanwhile
     */
    public Saved carryOut(Plan plan, Wish wish, Roadmaps.Author author, Tracker tracker) {
        stop(plan, wish, author);
        return all(plan, () -> imports.carryOut(batch(plan, wish, author), Told.by(tracker)));
    }

    public Saved carryOut(Plan plan, Wish wish, Roadmaps.Author author) {
        return carryOut(plan, wish, author, Tracker.NONE);
    }

    /** The same answer as {@link #carryOut}, with nothing stored. */
    public Saved preview(Plan plan, Wish wish, Roadmaps.Author author, Tracker tracker) {
        stop(plan, wish, author);
        return all(plan, () -> imports.preview(batch(plan, wish, author), Told.by(tracker)));
    }

    public Saved preview(Plan plan, Wish wish, Roadmaps.Author author) {
        return preview(plan, wish, author, Tracker.NONE);
    }

    /** What the person says about why takes the place of what can be said of any file. */
    private static Imports.Batch batch(Plan plan, Wish wish, Roadmaps.Author author) {
        String reason = wish.reason();
        Roadmaps.Author said = reason == null ? author : new Roadmaps.Author(author.name(), reason, author.source());
        return new Imports.Batch(said, wish.roadmap(), plan.edits(), wish.asOf(), reason != null);
    }

    /** Reasons that are owed beside what stops a plan before it can be carried out. */
    public List<FieldError> owed(Plan plan, Wish wish, Roadmaps.Author author) {
        return imports.owed(batch(plan, wish, author));
    }

    private void stop(Plan plan, Wish wish, Roadmaps.Author author) {
        if (plan.stopped() || (wish.strict() && plan.troublesInAll() > 0)) {
            throw refusal(
                    plan.troubles().stream().filter(trouble -> trouble.stops() || wish.strict()),
                    owed(plan, wish, author));
        }
        if (plan.rows() == 0) {
            throw new Problem(Problem.Kind.INVALID, "The file names no milestones below its headings.");
        }
    }

    /** Whoever has to send the file again is told of all that is wrong with it, also of what would have been left out. */
    private static Saved all(Plan plan, Supplier<Saved> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            boolean more = problem.kind() == Problem.Kind.INVALID && plan.troublesInAll() > 0;
            throw more && !problem.fields().isEmpty() ? refusal(plan.troubles().stream(), problem.fields()) : problem;
        }
    }

    private static Problem refusal(Stream<Trouble> troubles, List<FieldError> others) {
        Stream<FieldError> places =
                troubles.limit(NAMED).map(trouble -> new FieldError(trouble.field(), trouble.message()));
        return new Problem(
                Problem.Kind.INVALID,
                others.isEmpty()
                        ? "Nothing was imported: these places of the file need another value."
                        : "Nothing was imported: look at all of these places.",
                Stream.concat(others.stream().limit(NAMED), places).toList());
    }

    private Request request(Mapping mapping, Wish wish) {
        Snapshot snapshot = roadmaps.findSnapshot(wish.roadmap(), null).orElse(null);
        Roadmap head = snapshot == null ? head(wish) : snapshot.roadmap();
        LocalDate on = wish.asOf() != null ? wish.asOf() : imports.today(head.zone());
        return new Request(mapping, snapshot, head, on, wish.asOf() != null, wish.same());
    }

    private static Roadmap head(Wish wish) {
        return new Roadmap(
                wish.roadmap(),
                or(wish.title(), wish.roadmap()),
                null,
                or(wish.home(), "ZZ"),
                null,
                null,
                null,
                ZoneOffset.UTC,
                List.of(),
                new Recorded(0, Instant.EPOCH, ""));
    }

    private static String or(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(text, otherwise);
    }
}
