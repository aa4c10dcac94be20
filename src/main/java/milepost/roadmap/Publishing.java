package milepost.roadmap;

import java.util.List;
import java.util.Objects;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.rules.Ruleset;
import milepost.rules.book.Draft;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.Review;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.book.RulesetVersion;
import milepost.rules.language.check.KnownFiles;

/** Puts rules into use: a new version is written to the rules folder and carried to every roadmap at once. */
public final class Publishing {
    private final Rulebook rulebook;
    private final Drafts drafts;
    private final LiveFolder folder;
    private final Roadmaps roadmaps;
    private final boolean twoPersons;
    private final Trial trial;
    private final KnownFiles known = new KnownFiles();

    /**
     * Joins what takes part in a publication.
     *
     * @param twoPersons whether an author's rules need another author to publish them
     */
    public Publishing(Rulebook rulebook, Drafts drafts, LiveFolder folder, Roadmaps roadmaps, boolean twoPersons) {
        this.rulebook = rulebook;
        this.drafts = drafts;
        this.folder = folder;
        this.roadmaps = roadmaps;
        this.twoPersons = twoPersons;
        this.trial = Trial.here(roadmaps);
    }

    private Publishing(Publishing other, Trial trial) {
        this.rulebook = other.rulebook;
        this.drafts = other.drafts;
        this.folder = other.folder;
        this.roadmaps = other.roadmaps;
        this.twoPersons = other.twoPersons;
        this.trial = trial;
    }

    /** The same, trying rules there before this program does anything with them. */
    public Publishing triedIn(Trial first) {
        return new Publishing(this, first.keepingIn(rulebook.knownCases()));
    }

    /** Whether an author's rules need another author to publish them. */
    public boolean twoPersons() {
        return twoPersons;
    }

    /** What tries rules that are not published. */
    public Trial trial() {
        return trial;
    }

    /** What stands between these files and their publication; INVALID when they cost too much even to try. */
    public Review review(RuleFiles files) {
        return Review.of(trial.test(files), files, rulebook.current().files(), known);
    }

    /** The same; files that pass are also tried on all roadmaps as they stand, INVALID when that costs too much. */
    public Review reviewOnFacts(RuleFiles files) {
        Review review = review(files);
        if (review.passes()) {
            trial.onFacts(files, roadmaps.keys(Reach.EVERYTHING), false);
        }
        return review;
    }

    /**
     * Publishes a complete set of files; see {@link Rulebook#publish}.
     *
     * <p>FORBIDDEN when the publisher wrote them and two persons are needed; INVALID when the review does not pass.
     */
    public RulesetVersion publish(Publication publication, RuleFiles files, long base) {
        if (twoPersons && publication.by().equals(publication.writer())) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "Rules are published by someone else than their writer here. Submit a draft and ask another author.");
        }
        Review review = reviewOnFacts(files);
        review.require();
        Ruleset ruleset = Objects.requireNonNull(review.ruleset());
        RulesetVersion version = rulebook.publish(publication, files, ruleset, base);
        carry();
        return version;
    }

    /**
     * Publishes a draft as it was seen.
     *
     * <p>CONFLICT when it was saved since, or when files in it were changed elsewhere; otherwise as {@link #publish}.
     *
     * @param seen version of the draft
     */
    public RulesetVersion publishDraft(String by, long id, long seen, String comment) {
        Draft draft = drafts.draft(id);
        Rulebook.Current live = rulebook.current();
        List<String> conflicts = draft.conflicts(live.files());
        if (draft.version() != seen) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "The draft was saved meanwhile; look at it again before you publish it.");
        }
        if (!conflicts.isEmpty()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "Changed elsewhere since the draft was begun: " + String.join(", ", conflicts)
                            + ". Decide for each file which text is right.");
        }
        if (!by.equals(draft.author()) && draft.state() != Draft.State.SUBMITTED) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "This draft is " + draft.author() + "'s, who has not submitted it to be published.");
        }
        Publication publication = Publication.web(by, draft.author(), comment);
        RulesetVersion version = publish(publication, draft.over(live.files()), live.number());
        drafts.published(draft);
        return version;
    }

    /** See {@link Rulebook#restore}. */
    public RulesetVersion restore(String by, long number, String comment) {
        RulesetVersion version = rulebook.restore(by, number, comment);
        carry();
        return version;
    }

    /** Uses what was published elsewhere, and evaluates every roadmap whose day or rules are behind. */
    public void sweep() {
        if (rulebook.refresh()) {
            folder.follow();
        }
        roadmaps.sweep();
    }

    private void carry() {
        folder.follow();
        roadmaps.sweep();
    }
}
