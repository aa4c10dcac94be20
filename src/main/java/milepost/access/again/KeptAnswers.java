package milepost.access.again;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import milepost.db.Database;
import milepost.db.Digest;
import milepost.facts.Problem;

/** Carries requests out once, however often they are sent. Only what was carried out is kept; a refusal changed nothing. */
public final class KeptAnswers {
    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final Database database;
    private final KeptAnswerStore store = new KeptAnswerStore();
    private final Set<Place> busy = ConcurrentHashMap.newKeySet();

    public KeptAnswers(Database database) {
        this.database = database;
    }

    /** Whose request it is, under the key that came with it. */
    public record Place(long person, String key) {}

    /**
     * The answer given before under this key, whatever was asked then; else the work is done and its answer stored, both in one
     * unit of work. CONFLICT while the same is being done.
     */
    public KeptAnswer once(Place place, Supplier<KeptAnswer> work) {
        return alone(place, () -> database.whole(() -> find(place).orElseGet(() -> kept(place, work))));
    }

    /**
     * The same for work that takes long or reaches beyond the database: its answer is stored when it is done. Only for work that
     * cannot be repeated unnoticed anyway.
     */
    public KeptAnswer afterwards(Place place, Supplier<KeptAnswer> work) {
        return alone(place, () -> find(place).orElseGet(() -> kept(place, work)));
    }

    /** Does the work and keeps nothing of it. */
    public KeptAnswer tried(Supplier<KeptAnswer> work) {
        return database.tried(work);
    }

    /** What tells a request from others. */
    public static String fingerprint(byte[] body, String... head) {
        Digest digest = new Digest();
        List.of(head).forEach(digest::add);
        return digest.add(new String(body, StandardCharsets.ISO_8859_1)).hex();
    }

    private Optional<KeptAnswer> find(Place place) {
        return database.read(tx -> store.find(tx, place, tx.now().minus(KEPT)));
    }

    private KeptAnswer kept(Place place, Supplier<KeptAnswer> work) {
        KeptAnswer answer = work.get();
        database.write(tx -> {
            store.forget(tx, tx.now().minus(KEPT));
            store.add(tx, place, answer);
            return null;
        });
        return answer;
    }

    private KeptAnswer alone(Place place, Supplier<KeptAnswer> work) {
        if (!busy.add(place)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "A request with this Idempotency-Key is being carried out; send it again in a few seconds.");
        }
        try {
            return work.get();
        } finally {
            busy.remove(place);
        }
    }
}
