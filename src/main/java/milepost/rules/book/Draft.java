package milepost.rules.book;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one author is working on.
 *
 * @param base number of the version in use when it was begun
 * @param comment what its author says is new; empty until it is submitted
 * @param version one more each time it is saved
 * @param files those that differ from the rules in use when they were begun, ordered by path
 */
public record Draft(
        long id,
        String author,
        long base,
        State state,
        String comment,
        long version,
        Instant savedAt,
        List<Changed> files) {

    /** Who is to act. */
    public enum State {
        OPEN,
        /** Another author is asked to publish it. */
        SUBMITTED
    }

    /**
     * A file as the author wants it.
     *
     * @param text null when the file shall go
     * @param base the text it was begun from, null when the file is new
     */
    public record Changed(
            String path, @Nullable String text, @Nullable String base) {

        /** Whether the file was changed elsewhere since, and not to the same. */
        boolean conflicts(RuleFiles live) {
            String now = live.find(path).orElse(null);
            return !Objects.equals(now, base) && !Objects.equals(now, text);
        }
    }

    public Draft {
        files = List.copyOf(files);
    }

    /** The draft's version of a file. */
    public Optional<Changed> find(String path) {
        return files.stream().filter(f -> f.path().equals(path)).findFirst();
    }

    /** The rules in use with what the draft changes. */
    public RuleFiles over(RuleFiles live) {
        RuleFiles candidate = live;
        for (Changed file : files) {
            candidate = candidate.with(file.path(), file.text());
        }
        return candidate;
    }

    /** Paths of files that were changed elsewhere since the draft was begun. */
    public List<String> conflicts(RuleFiles live) {
        return files.stream().filter(f -> f.conflicts(live)).map(Changed::path).toList();
    }
}
