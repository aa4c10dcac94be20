package milepost.roadmap.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Roadmap;
import milepost.roadmap.Archive;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Then;
import milepost.rules.book.InForce;
import milepost.rules.book.Rulebook;
import org.jspecify.annotations.Nullable;

/** The use cases around reporting periods: freeze, correct, look back. Nothing thaws. */
public final class Periods {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 2_000;

    private final Database database;
    private final Roadmaps roadmaps;
    private final Archive archive;
    private final Rulebook rulebook;
    private final PeriodStore store = new PeriodStore();

    public Periods(Database database, Roadmaps roadmaps, Archive archive, Rulebook rulebook) {
        this.database = database;
        this.roadmaps = roadmaps;
        this.archive = archive;
        this.rulebook = rulebook;
    }

    /** Those of a roadmap, the latest first; a correction stands before what it corrects. */
    public List<Period> list(String roadmap) {
        return database.read(tx -> store.list(tx, roadmap));
    }

    /** NOT_FOUND when the roadmap has no period of this name. */
    public Period period(String roadmap, String name) {
        return database.read(tx -> store.find(tx, roadmap, name))
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "No period \"" + name + "\" of this roadmap is frozen."));
    }

    /** The roadmap as the period shows it: on its last day, as known and judged when it was frozen. */
    public Then then(Period period) {
        return archive.then(period.roadmap(), period.knownAt(), period.to(), period.ruleset());
    }

    /** The same as far as it was known at an instant. */
    public List<Period> list(String roadmap, Instant at) {
        return known(list(roadmap), p -> !p.knownAt().isAfter(at));
    }

    /** The period to compare with at an instant: of those frozen and not corrected by then, the latest. */
    public Optional<Period> findLast(String roadmap, Instant at) {
        return list(roadmap, at).stream().filter(p -> p.supersededBy() == null).findFirst();
    }

    /** The period to compare a frozen one with: the latest that ended before it and was not corrected when it was frozen. */
    public Optional<Period> findBefore(Period period) {
        return known(list(period.roadmap()), p -> p.id() < period.id()).stream()
                .filter(p -> p.supersededBy() == null && p.to().isBefore(period.to()))
                .findFirst();
    }

    /** Some periods, with a correction only where it is among them. */
    private static List<Period> known(List<Period> all, Predicate<Period> which) {
        List<Period> some = all.stream().filter(which).toList();
        return some.stream()
                .map(p -> some.stream().anyMatch(other -> p.name().equals(other.supersedes())) ? p : p.uncorrected())
                .toList();
    }

    /**
     * Freezes a period as everything is known now.
     *
     * <p>INVALID with the fields; CONFLICT when the name is taken, or when what it corrects was corrected meanwhile.
     */
    public Period freeze(String person, String roadmap, PeriodDraft draft) {
        Roadmap now = roadmaps.snapshot(roadmap).roadmap();
        if (draft.to() != null && roadmaps.first(roadmap).isAfter(Archive.endOf(draft.to(), now.zone()))) {
            throw invalid(List.of(new FieldError("to", "Nothing of this roadmap was recorded by then.")));
        }
        InForce rules = rulebook.inForce();
        return database.write(tx -> {
            List<Period> others = store.list(tx, roadmap);
            check(draft, others, tx.now().atZone(now.zone()).toLocalDate());
            Period period = new Period(
                    0,
                    roadmap,
                    stripped(draft.name()),
                    Objects.requireNonNull(draft.from()),
                    Objects.requireNonNull(draft.to()),
                    tx.now(),
                    rules.ruleset().version(),
                    rules.name(),
                    person,
                    draft.supersedes() == null ? null : stripped(draft.reason()),
                    draft.supersedes(),
                    null);
            store.add(tx, period);
            Trail.add(tx, deed(period));
            return store.find(tx, roadmap, period.name()).orElseThrow();
        });
    }

    private static void check(PeriodDraft draft, List<Period> others, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        String name = stripped(draft.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add(new FieldError("name", "Give the period a name of at most " + LONGEST_NAME + " characters."));
        }
        days(draft, today, errors);
        if (draft.supersedes() != null) {
            reason(draft, others, errors);
        }
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        clashes(draft, others, name);
    }

    private static void days(PeriodDraft draft, LocalDate today, List<FieldError> errors) {
        if (draft.from() == null) {
            errors.add(new FieldError("from", "Enter the first day of the period, such as 1 Nov 2025."));
        }
        if (draft.to() == null) {
            errors.add(new FieldError("to", "Enter the last day of the period, such as 30 Nov 2025."));
        } else if (draft.to().isAfter(today)) {
            errors.add(new FieldError("to", "A period can be frozen on its last day or later, not before."));
        }
        if (draft.from() != null && draft.to() != null && draft.to().isBefore(draft.from())) {
            errors.add(new FieldError("to", "The last day must not lie before the first."));
        }
    }

    private static void reason(PeriodDraft draft, List<Period> others, List<FieldError> errors) {
        if (others.stream().noneMatch(p -> p.name().equals(draft.supersedes()))) {
            errors.add(new FieldError("supersedes", "There is no frozen period of this name to correct."));
        }
        String reason = stripped(draft.reason());
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            errors.add(new FieldError(
                    "reason", "Say why the period is corrected, in at most " + LONGEST_REASON + " characters."));
        }
    }

    private static void clashes(PeriodDraft draft, List<Period> others, String name) {
        for (Period other : others) {
            if (other.name().equals(name)) {
                throw conflict("name", "A period \"" + name + "\" is frozen already; choose another name.");
            }
            if (other.name().equals(draft.supersedes()) && other.supersededBy() != null) {
                throw conflict(
                        "supersedes",
                        "\"" + other.name() + "\" is corrected by \"" + other.supersededBy() + "\" already.");
            }
        }
        for (Period other : others) {
            boolean apart = Objects.requireNonNull(draft.from()).isAfter(other.to())
                    || Objects.requireNonNull(draft.to()).isBefore(other.from());
            if (!apart && other.supersededBy() == null && !other.name().equals(draft.supersedes())) {
                throw conflict(
                        "from",
                        "These days overlap \"" + other.name()
                                + "\", which is frozen; freeze a correction of it instead.");
            }
        }
    }

    private static Trail.Deed deed(Period period) {
        String detail = period.from() + " to " + period.to()
                + (period.supersedes() == null ? "" : ", corrects \"" + period.supersedes() + "\": " + period.reason());
        return new Trail.Deed(
                Trail.Kind.PERIOD,
                period.frozenBy(),
                period.roadmap(),
                "period \"" + period.name() + "\"",
                detail,
                "",
                "");
    }

    private static Problem invalid(List<FieldError> errors) {
        return new Problem(Problem.Kind.INVALID, errors.get(0).message(), errors);
    }

    private static Problem conflict(String field, String message) {
        return new Problem(Problem.Kind.CONFLICT, message, List.of(new FieldError(field, message)));
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
