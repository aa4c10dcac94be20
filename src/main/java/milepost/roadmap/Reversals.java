package milepost.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.history.Clash;
import milepost.roadmap.history.Log;
import milepost.roadmap.history.UndoPlan;
import milepost.roadmap.store.Change;
import milepost.roadmap.store.LogEntry;
import milepost.roadmap.store.LogStore;
import org.jspecify.annotations.Nullable;

/** The use cases of taking changes back. */
public final class Reversals {
    private static final int MOST_UNDONE = 10_000;

    private final Roadmaps roadmaps;
    private final Database database;
    private final Log log;
    private final LogStore changes = new LogStore();

    Reversals(Roadmaps roadmaps, Database database, Flags flags) {
        this.roadmaps = roadmaps;
        this.database = database;
        this.log = new Log(flags);
    }

    /** What undoing a change would do; nothing is stored. NOT_FOUND when there is none of this number. */
    public Undoing undoing(String roadmap, long id) {
        Snapshot now = roadmaps.snapshot(roadmap);
        return database.read(tx -> {
            UndoPlan plan = plan(tx, roadmap, id, now);
            LogEntry entry = log.one(tx, roadmap, id, Past.MOST_FACTS);
            Saved effect = plan.clashes().isEmpty()
                    ? roadmaps.dry(tx, result(tx, roadmap, plan, "preview").facts())
                    : null;
            return new Undoing(entry, plan.baselines(), plan.clashes(), effect);
        });
    }

    /**
     * Takes a change back by a new change, with the evaluation of every save.
     *
     * <p>CONFLICT with what is different when something it touched was changed since; NOT_FOUND when there is no such change.
     */
    public Saved undo(Roadmaps.Author author, String roadmap, long id) {
        return database.write(tx -> {
            UndoPlan plan = plan(tx, roadmap, id, roadmaps.present(tx, roadmap));
            if (!plan.clashes().isEmpty()) {
                throw conflict(id, plan.clashes());
            }
            String reason = author.reason() == null ? "Undid change " + id : author.reason();
            Roadmaps.Author undoer = new Roadmaps.Author(author.name(), reason, author.source());
            return roadmaps.carryOut(tx, undoer, result(tx, roadmap, plan, author.name()), Act.undoing(id));
        });
    }

    private UndoPlan plan(Transaction tx, String roadmap, long id, Snapshot now) {
        Change change = log.change(tx, roadmap, id);
        return UndoPlan.of(tx, changes, roadmap, log.steps(tx, change, MOST_UNDONE), now);
    }

    /** Facts go through the checks of every edit; comments and baselines, which rules do not see, need none. */
    private Edits.Result result(Transaction tx, String roadmap, UndoPlan plan, String actor) {
        List<Edit> edits = plan.edits().stream().filter(e -> !kind(e).note()).toList();
        List<Edit> notes = plan.edits().stream().filter(e -> kind(e).note()).toList();
        try {
            Edits.Result facts = Edits.apply(roadmaps.facts(tx, roadmap, edits), edits, tx.now(), actor);
            return notes.isEmpty() ? facts : with(tx, roadmap, facts, notes, actor);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.INVALID) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "This cannot be undone any more. " + problem.getMessage(),
                        problem.fields());
            }
            throw problem;
        }
    }

    private Edits.Result with(Transaction tx, String roadmap, Edits.Result facts, List<Edit> notes, String actor) {
        List<Object> puts = new ArrayList<>(facts.puts());
        Set<Edits.Gone> gone = new LinkedHashSet<>(facts.gone());
        for (Edit edit : notes) {
            Facts.Id id = Facts.Id.of(edit);
            if (edit instanceof Edit.Put put) {
                Recorded recorded = new Recorded(roadmaps.lastVersion(tx, roadmap, id) + 1, tx.now(), actor);
                puts.add(FactJson.read(
                        FactJson.body(put.fact()), recorded, id.kind().type()));
            } else {
                LogStore.Present now =
                        changes.findPresent(tx, roadmap, id.kind(), id.key()).orElseThrow();
                Recorded recorded = new Recorded(
                        now.version(), now.change().at(), now.change().actor());
                Object fact = FactJson.read(now.body(), recorded, id.kind().type());
                gone.add(new Edits.Gone(id.kind(), id.key(), fact));
            }
        }
        return new Edits.Result(facts.facts(), puts, gone);
    }

    private static FactKind kind(Edit edit) {
        return Facts.Id.of(edit).kind();
    }

    private static Problem conflict(long id, List<Clash> clashes) {
        List<Problem.FieldError> fields = new ArrayList<>();
        for (Clash clash : clashes) {
            String place = FactKind.of(clash.type()).noun() + "/" + clash.key();
            fields.add(new Problem.FieldError(place, clash.sentence()));
            clash.fields()
                    .forEach(f -> fields.add(new Problem.FieldError(
                            place + "/" + f.field(),
                            "The change left " + said(f.before()) + ", now it is " + said(f.after()) + ".")));
        }
        return new Problem(
                Problem.Kind.CONFLICT,
                "Change " + id + " cannot be undone: what it touched was changed since.",
                fields);
    }

    private static String said(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
