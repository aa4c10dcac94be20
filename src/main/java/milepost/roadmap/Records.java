package milepost.roadmap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import milepost.db.Database;
import milepost.db.Steps;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.flags.life.Cause;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.fact.FactRules;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.fact.FieldChecks;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.Step;
import milepost.roadmap.store.StepStore;
import org.jspecify.annotations.Nullable;

/** The whole history of a roadmap, out of one database and into another, to the letter. */
public final class Records {
    private final Database database;
    private final Roadmaps roadmaps;
    private final StepStore store = new StepStore();

    public Records(Database database, Roadmaps roadmaps) {
        this.database = database;
        this.roadmaps = roadmaps;
    }

    /** Every change, or those recorded by an instant, oldest first; NOT_FOUND when there is no such roadmap. */
    public List<Step> read(String roadmap, @Nullable Instant until) {
        return database.read(tx -> {
            roadmaps.present(tx, roadmap);
            return store.all(tx, roadmap, until);
        });
    }

    /**
     * Records a history that was read elsewhere, every version at its own instant, and evaluates once at the end.
     *
     * @throws Problem CONFLICT when the roadmap exists already; INVALID with the place when a step cannot have been recorded
     */
    public Saved replay(String roadmap, List<Step> steps) {
        return replay(roadmap, steps, Imports.Watch.NONE);
    }

    /** The same, telling how many of the steps are recorded. */
    public Saved replay(String roadmap, List<Step> steps, Imports.Watch watch) {
        return database.write(tx -> {
            Steps told = watch.storing();
            told.begin(steps.size());
            roadmaps.unused(tx, roadmap);
            Facts facts = Facts.of(List.of());
            List<Change> changes = new ArrayList<>();
            for (Step step : steps) {
                told.done(changes.size());
                Edits.Result result = apply(tx, facts, roadmap, step, changes.size());
                changes.add(roadmaps.write(tx, roadmap, author(step), step.at(), act(step, changes), result));
            }
            Snapshot after = Roadmaps.present(facts);
            Change last = changes.get(changes.size() - 1);
            return roadmaps.evaluated(
                    tx.telling(watch.evaluating()),
                    last,
                    after,
                    new Cause(Cause.Kind.IMPORT, String.valueOf(last.id())));
        });
    }

    /** The same answer as {@link #replay}, with nothing stored. */
    public Saved preview(String roadmap, List<Step> steps) {
        return database.read(tx -> {
            roadmaps.unused(tx, roadmap);
            Facts facts = Facts.of(List.of());
            for (int i = 0; i < steps.size(); i++) {
                apply(tx, facts, roadmap, steps.get(i), i);
                undone(steps.get(i), i);
            }
            return roadmaps.dry(tx, Roadmaps.present(facts), new Cause(Cause.Kind.IMPORT, null));
        });
    }

    private static Roadmaps.Author author(Step step) {
        return new Roadmaps.Author(step.actor(), step.reason(), step.source());
    }

    private static Act act(Step step, List<Change> before) {
        undone(step, before.size());
        Integer undoes = step.undoes();
        return new Act(
                step.kind(), undoes == null ? null : before.get(undoes - 1).id(), step.approver());
    }

    private static void undone(Step step, int before) {
        if (step.undoes() != null && (step.undoes() < 1 || step.undoes() > before)) {
            throw wrong(before, "undoes", "A change takes back one before it, counted from 1.");
        }
    }

    private static Edits.Result apply(Transaction tx, Facts facts, String roadmap, Step step, int index) {
        if (step.at().isAfter(tx.now())) {
            throw wrong(index, "at", "The change lies in the future.");
        }
        LinkedHashSet<Edits.Gone> gone = new LinkedHashSet<>();
        for (Step.Removed removed : step.removed()) {
            gone.add(remove(facts, removed, index));
        }
        List<Object> puts = new ArrayList<>();
        for (int i = 0; i < step.written().size(); i++) {
            puts.add(put(facts, roadmap, step, i, index));
        }
        check(facts, puts, step, index);
        return new Edits.Result(facts, puts, gone);
    }

    private static Edits.Gone remove(Facts facts, Step.Removed removed, int index) {
        FactKind kind = kind(removed.kind());
        Object before = kind == null ? null : facts.get(kind, removed.key());
        if (kind == null || before == null || kind == FactKind.ROADMAP) {
            throw wrong(index, "removed", "There is no " + removed.kind() + " " + removed.key() + " to remove.");
        }
        facts.remove(kind, removed.key());
        return new Edits.Gone(kind, removed.key(), before);
    }

    private static Object put(Facts facts, String roadmap, Step step, int place, int index) {
        Step.Written written = step.written().get(place);
        FactKind kind = FactKind.of(written.fact().getClass());
        String key = FactKind.key(written.fact());
        Object before = facts.get(kind, key);
        Facts.Id id = new Facts.Id(kind, key);
        long last =
                before == null ? facts.former(id) : FactKind.recorded(before).version();
        if (written.version() != last + 1) {
            throw wrong(
                    index,
                    "facts/" + place + "/version",
                    "The next version of the " + kind.noun() + " " + key + " is " + (last + 1) + ".");
        }
        if (kind == FactKind.ROADMAP && !key.equals(roadmap)) {
            throw wrong(index, "facts/" + place + "/fact/key", "The history is that of the roadmap " + roadmap + ".");
        }
        Object fact = FactJson.read(
                FactJson.body(written.fact()),
                new Recorded(written.version(), step.at(), step.actor()),
                written.fact().getClass());
        facts.put(fact);
        return fact;
    }

    private static void check(Facts facts, List<Object> puts, Step step, int index) {
        Roadmap head = facts.findRoadmap()
                .orElseThrow(() -> wrong(index, "facts", "The first change must bring the roadmap itself."));
        FieldChecks checks = new FieldChecks();
        puts.forEach(fact ->
                FactRules.check(fact, head, facts, step.at().atZone(head.zone()).toLocalDate(), checks));
        if (!checks.errors().isEmpty()) {
            Problem.FieldError first = checks.errors().get(0);
            throw wrong(index, first.field(), first.message());
        }
    }

    private static @Nullable FactKind kind(String name) {
        return FactKind.names().contains(name) ? FactKind.valueOf(name) : null;
    }

    private static Problem wrong(int index, String field, String sentence) {
        String place = "changes/" + index + "/" + field;
        return new Problem(
                Problem.Kind.INVALID, place + ": " + sentence, List.of(new Problem.FieldError(place, sentence)));
    }
}
