package milepost.exchange.work;

/** What work tells of itself while it goes on. Each call ends work that nobody wants any more, by an exception. */
public interface Tracker {
    /** Tells nobody. */
    Tracker NONE = new Tracker() {
        @Override
        public void begin(Stage stage, int total) {}

        @Override
        public void done(int count) {}
    };

    /**
     * Another stage begins.
     *
     * @param total how many steps it has, 0 when they cannot be counted
     */
    void begin(Stage stage, int total);

    /** So many steps of the stage are done. */
    void done(int count);
}
