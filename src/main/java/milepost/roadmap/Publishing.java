package milepost.roadmap;

import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.book.RulesetVersion;

/** Puts rules into use: a new version is written to the rules folder and carried to every roadmap at once. */
public final class Publishing {
    private final Rulebook rulebook;
    private final LiveFolder folder;
    private final Roadmaps roadmaps;

    public Publishing(Rulebook rulebook, LiveFolder folder, Roadmaps roadmaps) {
        this.rulebook = rulebook;
        this.folder = folder;
        this.roadmaps = roadmaps;
    }

    /** See {@link Rulebook#publish}. */
    public RulesetVersion publish(Publication publication, RuleFiles files, long base) {
        RulesetVersion version = rulebook.publish(publication, files, base);
        carry();
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
            folder.align();
        }
        roadmaps.sweep();
    }

    private void carry() {
        folder.align();
        roadmaps.sweep();
    }
}
