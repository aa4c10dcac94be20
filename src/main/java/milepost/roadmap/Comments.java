package milepost.roadmap;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import milepost.db.Database;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Comment;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.fact.FieldChecks;
import milepost.roadmap.store.NoteStore;
import org.jspecify.annotations.Nullable;

/** The use cases around comments on milestones. */
public final class Comments {
    /** How long a comment may be. */
    public static final int LONGEST = 10_000;

    private final Roadmaps roadmaps;
    private final Database database;
    private final NoteStore store = new NoteStore();

    Comments(Roadmaps roadmaps, Database database) {
        this.roadmaps = roadmaps;
        this.database = database;
    }

    /**
     * The comments on a milestone, newest first.
     *
     * @param until those that stood at this instant; null for those that stand
     */
    public List<Comment> list(String roadmap, String milestone, @Nullable Instant until, int limit) {
        return database.read(tx -> store.comments(tx, roadmap, milestone, until, limit));
    }

    /** Adds a comment; INVALID without a text or with too long a one, NOT_FOUND when there is no such milestone. */
    public Comment add(String person, String roadmap, String milestone, @Nullable String text) {
        FieldChecks checks = new FieldChecks();
        checks.required("text", "comment", text, LONGEST);
        checks.refuse();
        return database.write(tx -> {
            Snapshot now = roadmaps.present(tx, roadmap);
            if (now.findMilestone(milestone).isEmpty()) {
                throw new Problem(Problem.Kind.NOT_FOUND, "There is no milestone " + milestone + " on this roadmap.");
            }
            String key = milestone + "-c" + (store.commentsEver(tx, roadmap, milestone) + 1);
            Comment comment =
                    new Comment(key, milestone, String.valueOf(text).strip(), new Recorded(1, tx.now(), person));
            Edits.Result result = new Edits.Result(Facts.of(now), List.of(comment), Set.of());
            roadmaps.carryOut(tx, new Roadmaps.Author(person, null, null), result, Act.EDIT);
            return comment;
        });
    }
}
