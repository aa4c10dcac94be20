package milepost.flags;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The flags of roadmaps as some write left them. Nobody is asked to believe it: whoever looks them up names the last write. */
final class KeptFlags {
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(long write, List<Flag> flags) {}

    /** The flags as they stand after this write to the roadmap; null when they are not kept. */
    @Nullable List<Flag> find(String roadmap, long write) {
        Kept found = kept.get(roadmap);
        return found != null && found.write() == write ? found.flags() : null;
    }

    /** Only ever what has been committed; of two the later one stays. */
    void keep(String roadmap, long write, List<Flag> flags) {
        kept.merge(
                roadmap,
                new Kept(write, List.copyOf(flags)),
                (there, given) -> given.write() > there.write() ? given : there);
    }

    /** The flags with some written anew, in the order of their ids. */
    static List<Flag> after(List<Flag> before, List<Flag> written) {
        if (written.isEmpty()) {
            return before;
        }
        Map<Long, Flag> flags = new LinkedHashMap<>();
        before.forEach(flag -> flags.put(flag.id(), flag));
        written.forEach(flag -> flags.put(flag.id(), flag)); // new ones have the highest ids
        return new ArrayList<>(flags.values());
    }
}
