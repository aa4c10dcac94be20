package milepost.facts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which roadmaps somebody sees. Whatever lists over several roadmaps asks for it, so that no list can forget it.
 *
 * @param hidden keys of roadmaps that are not seen
 * @param only keys of those seen at most; null for no such limit
 */
public record Reach(Set<String> hidden, @Nullable Set<String> only) {
    /** Every roadmap: for the evaluation, the commands and administrators. */
    public static final Reach EVERYTHING = new Reach(Set.of(), null);

    public Reach {
        hidden = Set.copyOf(hidden);
        only = only == null ? null : Set.copyOf(only);
    }

    /** One roadmap and no other. */
    public static Reach of(String roadmap) {
        return new Reach(Set.of(), Set.of(roadmap));
    }

    public boolean sees(String roadmap) {
        return !hidden.contains(roadmap) && (only == null || only.contains(roadmap));
    }

    /** Those of some keys that are seen, in their order. */
    public List<String> of(List<String> keys) {
        return keys.stream().filter(this::sees).toList();
    }
}
