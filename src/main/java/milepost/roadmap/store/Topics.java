package milepost.roadmap.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.roadmap.fact.Comment;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.FactKind;
import org.jspecify.annotations.Nullable;

/** What a change is about, so that the changes of one milestone or of one kind of fact are found without reading them all. */
public final class Topics {
    private Topics() {}

    /** The topics of everything that edits touch. */
    public static Set<String> of(Edits.Result result) {
        Set<String> topics = new LinkedHashSet<>();
        result.puts().forEach(fact -> topics.addAll(of(fact)));
        result.gone().forEach(gone -> topics.addAll(of(gone.fact())));
        return topics;
    }

    /** The kind of a fact and the milestones it belongs to. */
    public static Set<String> of(Object fact) {
        Set<String> topics = new LinkedHashSet<>();
        topics.add(FactKind.of(fact.getClass()).name());
        milestones(fact).forEach(key -> topics.add(milestone(key)));
        return topics;
    }

    static String milestone(String key) {
        return "milestone/" + key;
    }

    /** Keys of the milestones a fact belongs to; two for a dependency. */
    public static List<String> milestones(Object fact) {
        if (fact instanceof Dependency d) {
            return List.of(d.predecessor(), d.successor());
        }
        String key = owner(fact);
        return key == null ? List.of() : List.of(key);
    }

    private static @Nullable String owner(Object fact) {
        if (fact instanceof Milestone m) {
            return m.key();
        } else if (fact instanceof Participant p) {
            return p.milestone();
        } else if (fact instanceof ProgressUpdate u) {
            return u.milestone();
        } else if (fact instanceof Attribute a) {
            return a.milestone();
        }
        return fact instanceof Comment c ? c.milestone() : null;
    }
}
