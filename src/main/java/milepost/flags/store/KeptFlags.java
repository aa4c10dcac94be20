package milepost.flags.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import milepost.flags.life.FlagList;
import org.jspecify.annotations.Nullable;

/** The flags of roadmaps as some write left them. Nobody is asked to believe it: whoever looks them up names the last write. */
public final class KeptFlags {
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(long write, FlagList flags) {}

    /** The flags as they stand after this write to the roadmap; null when they are not kept. */
    @Nullable FlagList find(String roadmap, long write) {
        Kept found = kept.get(roadmap);
        return found != null && found.write() == write ? found.flags() : null;
    }

    /** Only ever what has been committed; of two the later one stays. */
    void keep(String roadmap, long write, FlagList flags) {
        kept.merge(roadmap, new Kept(write, flags), (there, given) -> given.write() > there.write() ? given : there);
    }
}
