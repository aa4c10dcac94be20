package milepost.roadmap;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Baseline;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.fact.FieldChecks;
import milepost.roadmap.history.Moment;
import milepost.roadmap.store.NoteStore;
import org.jspecify.annotations.Nullable;

/** The use cases around baselines: those of a whole roadmap, and the first promise of a milestone. */
public final class Baselines {
    private final Roadmaps roadmaps;
    private final Database database;
    private final NoteStore store = new NoteStore();
    private final Moments moments = new Moments();

    Baselines(Roadmaps roadmaps, Database database) {
        this.roadmaps = roadmaps;
        this.database = database;
    }

    /** Who wants a baseline set and why, and who agreed to it. */
    public record Approval(
            String person,
            @Nullable String approver,
            @Nullable String reason) {
        void check(FieldChecks checks) {
            checks.required("approver", "name of who approved it", approver, 120);
            checks.required("reason", "reason", reason, 2_000);
        }

        Roadmaps.Author author() {
            return new Roadmaps.Author(person, stripped(reason), null);
        }

        Act act() {
            return Act.approved(stripped(approver));
        }
    }

    /** The baselines of a roadmap, latest moment first. */
    public List<Baseline> list(String roadmap) {
        return list(roadmap, null);
    }

    /** Those that stood at an instant, or that stand when it is null. */
    public List<Baseline> list(String roadmap, @Nullable Instant until) {
        roadmaps.snapshot(roadmap);
        return database.read(tx -> store.baselines(tx, roadmap, until));
    }

    /**
     * Gives a moment a name; INVALID with the fields, CONFLICT when the name is taken.
     *
     * @param moment a day, an instant or the number of a change; null for now
     */
    public Baseline set(String roadmap, @Nullable String name, @Nullable String moment, Approval approval) {
        FieldChecks checks = new FieldChecks();
        checks.required("name", "name", name, 80);
        approval.check(checks);
        return database.write(tx -> {
            Snapshot now = roadmaps.present(tx, roadmap);
            Instant at = moment(tx, now, moment, checks);
            checks.refuse();
            String key = key(stripped(name));
            if (find(tx, roadmap, key) != null) {
                String taken = "There is already a baseline \"" + key + "\"; choose another name.";
                throw new Problem(Problem.Kind.CONFLICT, taken, List.of(new Problem.FieldError("name", taken)));
            }
            long version = roadmaps.lastVersion(tx, roadmap, new Facts.Id(FactKind.BASELINE, key)) + 1;
            Baseline baseline = new Baseline(
                    key,
                    stripped(name),
                    at,
                    stripped(approval.approver()),
                    stripped(approval.reason()),
                    new Recorded(version, tx.now(), approval.person()));
            Edits.Result result = new Edits.Result(Facts.of(now), List.of(baseline), Set.of());
            roadmaps.carryOut(tx, approval.author(), result, approval.act());
            return baseline;
        });
    }

    /** Takes a baseline out of the list; INVALID without a reason, NOT_FOUND when there is none of this key. */
    public void remove(String person, String roadmap, String key, @Nullable String reason) {
        FieldChecks checks = new FieldChecks();
        checks.required("reason", "reason", reason, 2_000);
        checks.refuse();
        database.write(tx -> {
            Snapshot now = roadmaps.present(tx, roadmap);
            Baseline gone = find(tx, roadmap, key);
            if (gone == null) {
                throw new Problem(Problem.Kind.NOT_FOUND, "There is no baseline \"" + key + "\" of this roadmap.");
            }
            Edits.Result result =
                    new Edits.Result(Facts.of(now), List.of(), Set.of(new Edits.Gone(FactKind.BASELINE, key, gone)));
            return roadmaps.carryOut(tx, new Roadmaps.Author(person, stripped(reason), null), result, Act.EDIT);
        });
    }

    /** Puts another date in place of a milestone's first promise; INVALID with the fields, NOT_FOUND without such a milestone. */
    public Saved rebaseline(String roadmap, String milestone, @Nullable TargetDate baseline, Approval approval) {
        FieldChecks checks = new FieldChecks();
        checks.year("baseline", baseline);
        approval.check(checks);
        return database.write(tx -> {
            Milestone before = roadmaps.present(tx, roadmap)
                    .findMilestone(milestone)
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.NOT_FOUND, "There is no milestone " + milestone + " on this roadmap."));
            if (before.baseline() == null) {
                checks.error("baseline", "There is no first promise yet; it follows from the first due date.");
            } else if (before.baseline().equals(baseline)) {
                checks.error("baseline", "The baseline is " + baseline + " already.");
            }
            if (baseline == null) {
                checks.error("baseline", "Enter the new baseline.");
                checks.refuse();
            }
            checks.refuse();
            List<Edit> edits = List.of(new Edit.Put(with(before, baseline)));
            Edits.Result result = Edits.apply(roadmaps.facts(tx, roadmap, edits), edits, tx.now(), approval.person());
            return roadmaps.carryOut(tx, approval.author(), result, approval.act());
        });
    }

    private static Milestone with(Milestone m, @Nullable TargetDate baseline) {
        return new Milestone(
                m.key(),
                m.title(),
                m.description(),
                m.stream(),
                m.stage(),
                m.status(),
                m.progress(),
                m.start(),
                m.due(),
                baseline,
                m.forecast(),
                m.completedOn(),
                m.owner(),
                m.requires(),
                m.evidence(),
                m.source(),
                m.slips(),
                m.recorded());
    }

    private @Nullable Baseline find(Transaction tx, String roadmap, String key) {
        return store.baselines(tx, roadmap, null).stream()
                .filter(b -> b.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private Instant moment(Transaction tx, Snapshot now, @Nullable String text, FieldChecks checks) {
        try {
            Moment moment = moments.find(
                    tx, new Moments.Asked(now.roadmap().key(), now.roadmap().zone(), "moment", text, null));
            if (moment.empty()) {
                checks.error("moment", "Nothing was recorded yet at this moment.");
            } else if (moment.at().isAfter(tx.now())) {
                checks.error("moment", "This moment lies in the future.");
            }
            return moment.at();
        } catch (Problem problem) {
            problem.fields().forEach(f -> checks.error(f.field(), f.message()));
            return tx.now();
        }
    }

    /** A name as it can stand in an address; never to be mistaken for a day or the number of a change. */
    private static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String key = words.isEmpty() ? "baseline" : words;
        return Character.isDigit(key.charAt(0)) ? "b-" + key : key;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
