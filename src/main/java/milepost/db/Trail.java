package milepost.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail: what people and programs did, written in the same transaction as the deed. Each row holds the hash of itself and of
 * the row before it, and how many there are stands beside them, so that a row that was changed, taken out or put in shows.
 */
public final class Trail {
    private static final String ROW =
            "select id, at, actor, kind, roadmap, subject, detail, ref, digest, chain from trail ";

    private static final Prepared LAST = Prepared.of("select chain from trail_end");
    private static final Prepared MOVE = Prepared.of("update trail_end set many = many + 1, chain = :chain");
    private static final Prepared ADD = Prepared.of("""
            insert into trail (at, actor, kind, roadmap, subject, detail, ref, digest, chain)
            values (:at, :actor, :kind, :roadmap, :subject, :detail, :ref, :digest, :chain)
            """);

    private Trail() {}

    /** What was done. */
    public enum Kind {
        CHANGE,
        IMPORT,
        PERIOD,
        DECISION,
        PUBLICATION,
        SIGN_IN,
        REFUSED_SIGN_IN,
        SIGN_OUT,
        PASSWORD,
        PERSON,
        LINK,
        TOKEN,
        SESSION,
        MEMBERSHIP
    }

    /**
     * A deed that is to be written down.
     *
     * @param subject what it was done to, for people to read
     * @param detail more about it, such as the reason given; empty for nothing
     * @param ref number or name of the record it made; empty for none
     * @param digest hash of what it stored elsewhere; empty when that is nothing
     */
    public record Deed(
            Kind kind,
            String actor,
            @Nullable String roadmap,
            String subject,
            String detail,
            String ref,
            String digest) {

        /** A deed that concerns no roadmap and stores nothing that could be compared. */
        public static Deed of(Kind kind, String actor, String subject, String detail) {
            return new Deed(kind, actor, null, subject, detail, "", "");
        }
    }

    /** A deed as it stands in the trail. */
    public record Row(long id, Instant at, Deed deed, String chain) {}

    /**
     * Which rows are asked for; null for any.
     *
     * @param before only rows with a smaller number
     */
    public record Query(
            @Nullable Kind kind,
            @Nullable String actor,
            @Nullable String roadmap,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before,
            int limit) {}

    /** Writes a deed down; the caller's transaction is the only one that writes. */
    public static void add(Transaction tx, Deed deed) {
        String last = LAST.in(tx).findFirst(row -> row.getString(1)).orElse("");
        String at = Columns.text(tx.now());
        String chain = chain(last, at, deed);
        ADD.in(tx)
                .bind("at", at)
                .bind("actor", deed.actor())
                .bind("kind", deed.kind().name())
                .bind("roadmap", deed.roadmap())
                .bind("subject", deed.subject())
                .bind("detail", deed.detail())
                .bind("ref", deed.ref())
                .bind("digest", deed.digest())
                .bind("chain", chain)
                .execute();
        MOVE.in(tx).bind("chain", chain).execute();
    }

    /** The rows asked for, newest first. */
    public static List<Row> list(Transaction tx, Query query) {
        List<String> conditions = new ArrayList<>(List.of("id < :before"));
        Map<String, Object> binds = new HashMap<>();
        binds.put("before", query.before() == null ? Long.MAX_VALUE : query.before());
        binds.put("limit", query.limit());
        narrow(
                conditions,
                binds,
                "kind = :kind",
                "kind",
                query.kind() == null ? null : query.kind().name());
        if (query.kind() != null && query.kind() != Kind.CHANGE) {
            conditions.add("kind <> 'CHANGE'"); // the words of the index of the rarer kinds
        }
        narrow(conditions, binds, "actor = :actor", "actor", query.actor());
        narrow(conditions, binds, "roadmap = :roadmap", "roadmap", query.roadmap());
        narrow(conditions, binds, "at >= :from", "from", query.from() == null ? null : Columns.text(query.from()));
        narrow(conditions, binds, "at < :to", "to", query.to() == null ? null : Columns.text(query.to()));
        return tx.handle()
                .createQuery(ROW + "where " + String.join(" and ", conditions) + " order by id desc limit :limit")
                .bindMap(binds)
                .map(Trail::row)
                .list();
    }

    /**
     * Up to where a proof went.
     *
     * @param id of its last row, 0 before the first
     * @param rows how many there were
     * @param chain hash of that row, empty before the first
     */
    public record Point(long id, long rows, String chain) {
        /** Before the first row. */
        public static final Point START = new Point(0, 0, "");
    }

    /**
     * A proof of the rows after a point.
     *
     * @param problems one sentence for each row that does not follow from the one before it
     * @param end up to where it went
     */
    public record Proof(List<String> problems, Point end) {}

    /** One sentence for each row that does not follow from the one before it, from the first on. */
    public static List<String> problems(Transaction tx) {
        return prove(tx, Point.START).problems();
    }

    /** Proves the rows after a point, and that the point itself stands as it did; what lies before it is taken as proven. */
    public static Proof prove(Transaction tx, Point from) {
        List<String> problems = new ArrayList<>();
        long[] rows = {from.rows()};
        long[] id = {from.id()};
        String[] last = {from.chain()};
        if (!stands(tx, from)) {
            problems.add(
                    "rows up to " + from.id() + " of the audit trail are not what they were when they were proven");
        }
        tx.handle()
                .createQuery(ROW + "where id > :from order by id")
                .bind("from", from.id())
                .map(Trail::row)
                .forEach(row -> {
                    if (!row.chain().equals(chain(last[0], Columns.text(row.at()), row.deed()))) {
                        problems.add("row " + row.id() + " of the audit trail does not follow from the one before it");
                    }
                    last[0] = row.chain();
                    id[0] = row.id();
                    rows[0]++;
                });
        Point end = new Point(id[0], rows[0], last[0]);
        problems.addAll(missing(tx, end));
        return new Proof(problems, end);
    }

    /** What is said of the end that was recorded with each row and is not so. */
    private static List<String> missing(Transaction tx, Point end) {
        return tx.handle()
                .createQuery("select many, chain from trail_end")
                .map(row -> new Point(0, row.getColumn("many", Long.class), row.getColumn("chain", String.class)))
                .findOne()
                .map(recorded -> {
                    if (recorded.rows() != end.rows()) {
                        return List.of("the audit trail has " + end.rows() + " rows, the last of them row " + end.id()
                                + ", where " + recorded.rows() + " were written");
                    }
                    return recorded.chain().equals(end.chain())
                            ? List.<String>of()
                            : List.of("row " + end.id() + " of the audit trail is not the one that was written last");
                })
                .orElse(List.of("where the audit trail ends is recorded no longer"));
    }

    private static boolean stands(Transaction tx, Point point) {
        if (point.id() == 0) {
            return true;
        }
        long rows = tx.handle()
                .createQuery("select count(id) from trail where id <= :id")
                .bind("id", point.id())
                .mapTo(Long.class)
                .one();
        return rows == point.rows()
                && tx.handle()
                        .createQuery(ROW + "where id = :id")
                        .bind("id", point.id())
                        .map(Trail::row)
                        .findOne()
                        .filter(row -> row.chain().equals(point.chain()))
                        .isPresent();
    }

    private static void narrow(
            List<String> conditions, Map<String, Object> binds, String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            binds.put(name, value);
        }
    }

    private static String chain(String last, String at, Deed deed) {
        return new Digest()
                .add(last)
                .add(at)
                .add(deed.actor())
                .add(deed.kind().name())
                .add(deed.roadmap() == null ? "" : deed.roadmap())
                .add(deed.subject())
                .add(deed.detail())
                .add(deed.ref())
                .add(deed.digest())
                .hex();
    }

    private static Row row(RowView row) {
        return new Row(
                row.getColumn("id", Long.class),
                Instant.parse(row.getColumn("at", String.class)),
                new Deed(
                        Kind.valueOf(row.getColumn("kind", String.class)),
                        row.getColumn("actor", String.class),
                        row.getColumn("roadmap", String.class),
                        row.getColumn("subject", String.class),
                        row.getColumn("detail", String.class),
                        row.getColumn("ref", String.class),
                        row.getColumn("digest", String.class)),
                row.getColumn("chain", String.class));
    }
}
