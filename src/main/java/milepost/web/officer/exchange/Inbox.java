package milepost.web.officer.exchange;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files that wait for a decision, in memory: few of each person, for an hour after the last look, and never more of all than the
 * bound. The oldest gives way.
 */
final class Inbox {
    static final int OF_ONE_PERSON = 3;
    static final long BYTES_OF_ALL = 64_000_000;
    static final Duration KEPT = Duration.ofHours(1);

    private record Entry(Upload upload, Instant until) {}

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** In the order of the last look, the oldest first. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Inbox(InstantSource clock) {
        this.clock = clock;
    }

    /** Holds a file under a token that nobody can guess. */
    synchronized Upload put(Upload upload) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        Upload held = upload.held(HexFormat.of().formatHex(bytes));
        keep(held);
        makeRoom(held);
        return held;
    }

    /** What this person sent; empty when it is somebody else's, or gone. */
    synchronized Optional<Upload> find(String token, String person) {
        sweep();
        Entry entry = entries.get(token);
        if (entry == null || !entry.upload().person().equals(person)) {
            return Optional.empty();
        }
        keep(entry.upload());
        return Optional.of(entry.upload());
    }

    /** Holds what has become of a file; does nothing when it is gone. */
    synchronized void replace(Upload upload) {
        if (entries.containsKey(upload.token())) {
            keep(upload);
        }
    }

    private void keep(Upload upload) {
        entries.remove(upload.token());
        entries.put(upload.token(), new Entry(upload, clock.instant().plus(KEPT)));
    }

    private void sweep() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> !now.isBefore(entry.until()));
    }

    private void makeRoom(Upload newest) {
        sweep();
        Predicate<Upload> own = upload -> upload.person().equals(newest.person());
        while (entries.values().stream().map(Entry::upload).filter(own).count() > OF_ONE_PERSON) {
            removeOldest(own);
        }
        while (bytes() > BYTES_OF_ALL) {
            removeOldest(upload -> true);
        }
    }

    private void removeOldest(Predicate<Upload> which) {
        for (Iterator<Entry> all = entries.values().iterator(); all.hasNext(); ) {
            if (which.test(all.next().upload())) {
                all.remove();
                return;
            }
        }
    }

    private long bytes() {
        return entries.values().stream()
                .mapToLong(e -> e.upload().bytes().length)
                .sum();
    }
}
