package milepost.news.live;

import java.util.List;
import milepost.db.Database;

/** What changed after a number. */
public final class Live {
    private final Database database;
    private final LiveStore store = new LiveStore();

    public Live(Database database) {
        this.database = database;
    }

    /** In order; at most so many. */
    public List<LiveChange> after(long number, int most) {
        return database.read(tx -> store.after(tx, number, most));
    }

    /** The newest number; 0 before the first. */
    public long last() {
        return database.read(store::last);
    }
}
