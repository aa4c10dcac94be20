package milepost.db;

import milepost.Databases;

/** What it takes to prove a long audit trail: all of it, and only what came since the last proof. */
final class TrailBenchmark {
    private static final int ROWS = 100_000;

    private TrailBenchmark() {}

    public static void main(String[] args) {
        try (Database database = Databases.SQLITE.open(new Databases.Clock("2026-11-23T09:00:00Z"))) {
            database.write(tx -> {
                for (int i = 0; i < ROWS; i++) {
                    Trail.add(tx, Trail.Deed.of(Trail.Kind.CHANGE, "kim", "REE-" + i, "moved the due date by a month"));
                }
                return null;
            });
            Trail.Point end =
                    database.read(tx -> Trail.prove(tx, Trail.Point.START)).end();
            long whole = nanos(database, Trail.Point.START);
            long since = nanos(database, end);
            System.out.printf(
                    "%d rows: all of them %.1f ms, since the last proof %.2f ms, ratio %.0f%n",
                    ROWS, whole / 1e6, since / 1e6, (double) whole / since);
        }
    }

    private static long nanos(Database database, Trail.Point from) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            database.read(tx -> Trail.prove(tx, from));
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }
}
