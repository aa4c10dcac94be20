package milepost.rules.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The sessions that wait for the next evaluation, at most one for each roadmap. Whoever takes one has it alone. */
final class KeptSessions {
    private static final int MOST = 16;
    /** After so many uses a session is begun anew, so that no budget is outgrown by small steps. */
    private static final int MOST_USES = 1_000;

    private final Map<String, KeptSession> waiting = new ConcurrentHashMap<>();

    KeptSession take(String roadmap, Supplier<KeptSession> begin) {
        KeptSession waited = waiting.remove(roadmap);
        return waited == null ? begin.get() : waited;
    }

    void putBack(String roadmap, KeptSession session) {
        if (session.evaluations() >= MOST_USES) {
            session.close();
            return;
        }
        if (waiting.size() >= MOST) {
            waiting.keySet().forEach(this::drop);
        }
        KeptSession other = waiting.put(roadmap, session);
        if (other != null) {
            other.close();
        }
    }

    int uses(String roadmap) {
        KeptSession session = waiting.get(roadmap);
        return session == null ? 0 : session.evaluations();
    }

    private void drop(String roadmap) {
        KeptSession session = waiting.remove(roadmap);
        if (session != null) {
            session.close();
        }
    }
}
