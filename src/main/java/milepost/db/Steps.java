package milepost.db;

/** Hears how far a long unit of work has come. An exception of it ends the work, and nothing of that stays. */
public interface Steps {
    /** Tells nobody. */
    Steps NONE = new Steps() {
        @Override
        public void begin(int total) {}

        @Override
        public void done(int count) {}
    };

    /** So many steps follow. */
    void begin(int total);

    /** So many of them are done. */
    void done(int count);
}
