package milepost.flags.board;

import java.time.Duration;
import java.time.Instant;
import milepost.db.Database;
import org.jspecify.annotations.Nullable;

/** When people look at a page that says what is new to them. A visit ends when nobody has looked for half an hour. */
public final class Visits {
    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Database database;
    private final BoardStore store = new BoardStore();
    private final Place place;

    /** The list of flags. */
    public Visits(Database database) {
        this(database, Place.FLAGS);
    }

    public Visits(Database database, Place place) {
        this.database = database;
        this.place = place;
    }

    /** Where people look. */
    public enum Place {
        FLAGS("flag_visit"),
        INBOX("inbox_visit");

        private final String table;

        Place(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    /**
     * A person's visit.
     *
     * @param last when they last looked
     * @param before when the visit before this one ended, null when there was none
     */
    record Visit(Instant last, @Nullable Instant before) {}

    /** Notes that a person looks now, and says when the visit before this one ended; null at the first visit. */
    public @Nullable Instant look(String person) {
        Visit now = database.read(tx -> next(store.findVisit(tx, place, person).orElse(null), tx.now()));
        Visit known = database.read(tx -> store.findVisit(tx, place, person)).orElse(null);
        if (known == null || !now.equals(known)) {
            database.write(tx -> {
                store.visit(tx, place, person, now);
                return null;
            });
        }
        return now.before();
    }

    private static Visit next(@Nullable Visit known, Instant now) {
        if (known == null) {
            return new Visit(now, null);
        }
        Duration idle = Duration.between(known.last(), now);
        if (idle.compareTo(PAUSE) > 0) {
            return new Visit(now, known.last());
        }
        return idle.compareTo(GRAIN) > 0 ? new Visit(now, known.before()) : known;
    }
}
