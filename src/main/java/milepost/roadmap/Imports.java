package milepost.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import milepost.db.Database;
import milepost.db.Steps;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.flags.life.Cause;
import milepost.flags.life.FlagChanges;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.store.Change;
import org.jspecify.annotations.Nullable;

/** Many edits out of a file as one change, recorded now or on the past day that the file speaks of. */
public final class Imports {
    private final Database database;
    private final Roadmaps roadmaps;

    public Imports(Database database, Roadmaps roadmaps) {
        this.database = database;
        this.roadmaps = roadmaps;
    }

    /**
     * What came in together.
     *
     * @param asOf the day on which the change counts as recorded; null for now
     * @param reasoned whether a person has said why
     */
    public record Batch(
            Roadmaps.Author author,
            String roadmap,
            List<Edit> edits,
            @Nullable LocalDate asOf,
            boolean reasoned) {}

    /** Hears of the parts of an import as they begin; an exception ends it and undoes all. */
    public interface Watch {
        /** Hears nothing. */
        Watch NONE = new Watch() {};

        /** What is imported is written now; returns who hears how much of it. */
        default Steps storing() {
            return Steps.NONE;
        }

        /** Rules are evaluated now; returns who hears how many flags of theirs are written. */
        default Steps evaluating() {
            return Steps.NONE;
        }
    }

    /**
     * Carries out all edits or none in one change, evaluates the rules and updates the flags; their cause is the import.
     *
     * @throws Problem INVALID for a day to come and as {@link Roadmaps#save}, CONFLICT also for a day before the roadmap's newest
     *     change: what was known then cannot be recorded any more
     */
    public Saved carryOut(Batch batch, Watch watch) {
        Roadmaps.Author author = batch.author();
        String roadmap = batch.roadmap();
        return database.write(tx -> {
            Facts facts = roadmaps.facts(tx, roadmap, batch.edits());
            Instant at = at(tx, roadmap, zone(facts, batch.edits()), batch.asOf());
            Edits.Result result = applied(tx, facts, at, batch);
            Snapshot after = Roadmaps.present(result.facts());
            if (result.puts().isEmpty() && result.gone().isEmpty()) {
                return new Saved(null, after, FlagChanges.NONE, List.of(), java.time.Duration.ZERO);
            }
            Change change = roadmaps.write(tx.telling(watch.storing()), roadmap, author, at, Act.IMPORT, result);
            return roadmaps.evaluated(
                    tx.telling(watch.evaluating()),
                    change,
                    after,
                    new Cause(Cause.Kind.IMPORT, String.valueOf(change.id())));
        });
    }

    /** The same answer as {@link #carryOut}, with nothing stored. */
    public Saved preview(Batch batch, Watch watch) {
        return database.read(tx -> {
            Facts facts = roadmaps.facts(tx, batch.roadmap(), batch.edits());
            Instant at = at(tx, batch.roadmap(), zone(facts, batch.edits()), batch.asOf());
            Edits.Result result = applied(tx, facts, at, batch);
            return roadmaps.dry(
                    tx.telling(watch.evaluating()),
                    Roadmaps.present(result.facts()),
                    new Cause(Cause.Kind.IMPORT, null));
        });
    }

    private Edits.Result applied(Transaction tx, Facts facts, Instant at, Batch batch) {
        return SlipLimit.demand(
                owed(tx, facts, batch),
                () -> Edits.apply(facts, batch.edits(), at, batch.author().name()));
    }

    /** The reasons that these edits owe, whatever else is wrong with them. */
    public List<Problem.FieldError> owed(Batch batch) {
        return database.read(tx -> owed(tx, roadmaps.facts(tx, batch.roadmap(), batch.edits()), batch));
    }

    /** What is recorded today owes the reasons of any edit; what is told of earlier days is told as it was. */
    private List<Problem.FieldError> owed(Transaction tx, Facts facts, Batch batch) {
        LocalDate asOf = batch.asOf();
        boolean told = asOf != null && asOf.isBefore(LocalDate.ofInstant(tx.now(), zone(facts, batch.edits())));
        return batch.reasoned() || told ? List.of() : roadmaps.limit().owed(facts, batch.edits());
    }

    /** The day it is now. */
    public LocalDate today(ZoneId zone) {
        return database.read(tx -> tx.now().atZone(zone).toLocalDate());
    }

    /** Noon of the day, or as long after the newest change of that day as needed. */
    private Instant at(Transaction tx, String roadmap, ZoneId zone, @Nullable LocalDate asOf) {
        if (asOf == null) {
            return tx.now();
        }
        if (asOf.isAfter(tx.now().atZone(zone).toLocalDate())) {
            throw refusal(
                    Problem.Kind.INVALID, "The day " + asOf + " is still to come; a file speaks of today or earlier.");
        }
        Instant noon = asOf.atTime(LocalTime.NOON).atZone(zone).toInstant();
        Instant wanted = noon.isAfter(tx.now()) ? tx.now() : noon;
        Instant newest = roadmaps.newestChange(tx, roadmap);
        if (newest == null || !newest.isAfter(wanted)) {
            return wanted;
        }
        LocalDate day = newest.atZone(zone).toLocalDate();
        if (day.equals(asOf)) {
            return newest;
        }
        throw refusal(
                Problem.Kind.CONFLICT,
                "The roadmap " + roadmap + " was changed on " + day + ", after " + asOf
                        + "; what is recorded cannot be changed behind it. Import snapshots oldest first, or leave the day out.");
    }

    private static Problem refusal(Problem.Kind kind, String sentence) {
        return new Problem(kind, sentence, List.of(new Problem.FieldError("asOf", sentence)));
    }

    private static ZoneId zone(Facts facts, List<Edit> edits) {
        return facts.findRoadmap()
                .map(Roadmap::zone)
                .or(() -> edits.stream()
                        .filter(Edit.Put.class::isInstance)
                        .map(edit -> ((Edit.Put) edit).fact())
                        .filter(Roadmap.class::isInstance)
                        .map(head -> ((Roadmap) head).zone())
                        .findFirst())
                .orElse(java.time.ZoneOffset.UTC);
    }
}
