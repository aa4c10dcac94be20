package milepost.roadmap.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import milepost.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/** The facts of roadmaps as some change left them. Nobody is asked to believe it: whoever looks one up names the last change. */
public final class KeptSnapshots {
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(long change, Snapshot snapshot) {}

    /** The facts as they stand after this change of the roadmap; null when they are not kept. */
    @Nullable Snapshot find(String roadmap, long change) {
        Kept found = kept.get(roadmap);
        return found != null && found.change() == change ? found.snapshot() : null;
    }

    /** Only ever what has been committed; of two the later one stays. */
    void keep(long change, Snapshot snapshot) {
        kept.merge(
                snapshot.roadmap().key(),
                new Kept(change, snapshot),
                (there, given) -> given.change() > there.change() ? given : there);
    }
}
