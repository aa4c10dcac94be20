package milepost.rules.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Published versions and the texts in them; each text is kept once. */
final class RulebookStore {
    private static final String VERSION =
            "select number, hash, at, actor, writer, cause, comment, restored from ruleset ";

    /** The number of the newest version, 0 when nothing was published. */
    long newest(Transaction tx) {
        return tx.handle()
                .createQuery("select coalesce(max(number), 0) from ruleset")
                .mapTo(Long.class)
                .one();
    }

    Optional<RulesetVersion> find(Transaction tx, long number) {
        return tx.handle()
                .createQuery(VERSION + "where number = :number")
                .bind("number", number)
                .map(RulebookStore::version)
                .findOne();
    }

    /** The newest publication of a compiled version. */
    Optional<RulesetVersion> find(Transaction tx, String hash) {
        return tx.handle()
                .createQuery(VERSION + "where hash = :hash order by number desc limit 1")
                .bind("hash", hash)
                .map(RulebookStore::version)
                .findOne();
    }

    /** Newest first, those with a smaller number than {@code before} that were published by {@code until}. */
    List<RulesetVersion> list(Transaction tx, @Nullable Long before, @Nullable Instant until, int limit) {
        return tx.handle()
                .createQuery(VERSION + "where number < :before and at <= :until order by number desc limit :limit")
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("until", Columns.text(until == null ? Instant.parse("9999-12-31T00:00:00Z") : until))
                .bind("limit", limit)
                .map(RulebookStore::version)
                .list();
    }

    /** Those published at that instant or before, newest first; then the later ones, oldest first. */
    List<RulesetVersion> published(Transaction tx, Instant at) {
        String until = Columns.text(at);
        List<RulesetVersion> all = new ArrayList<>(tx.handle()
                .createQuery(VERSION + "where at <= :at order by number desc")
                .bind("at", until)
                .map(RulebookStore::version)
                .list());
        all.addAll(tx.handle()
                .createQuery(VERSION + "where at > :at order by number")
                .bind("at", until)
                .map(RulebookStore::version)
                .list());
        return all;
    }

    RuleFiles files(Transaction tx, long number) {
        return new RuleFiles(
                tx.handle().createQuery("""
                        select f.path, t.content from ruleset_file f join rule_text t on t.hash = f.text
                        where f.ruleset = :number
                        """).bind("number", number).reduceRows(new TreeMap<>(), RulebookStore::text));
    }

    Optional<String> findText(Transaction tx, long number, String path) {
        return tx.handle()
                .createQuery("""
                        select t.content from ruleset_file f join rule_text t on t.hash = f.text
                        where f.ruleset = :number and f.path = :path
                        """)
                .bind("number", number)
                .bind("path", path)
                .mapTo(String.class)
                .findOne();
    }

    /** The versions up to a number in which a rule file has another text than before, newest first. */
    List<RuleChange> changes(Transaction tx, long until) {
        return tx.handle()
                .createQuery("""
                        select path, number, at, writer, comment,
                          row_number() over (partition by path order by number) as version
                        from (
                          select f.path, f.text, r.number, r.at, r.writer, r.comment,
                            lag(f.text) over (partition by f.path order by r.number) as before
                          from ruleset_file f join ruleset r on r.number = f.ruleset
                          where f.path like '%.drl' and r.number <= :until) texts
                        where before is null or before <> text
                        order by path, number desc
                        """)
                .bind("until", until)
                .map(row -> new RuleChange(
                        row.getColumn("path", String.class),
                        row.getColumn("version", Integer.class),
                        row.getColumn("number", Long.class),
                        Instant.parse(row.getColumn("at", String.class)),
                        row.getColumn("writer", String.class),
                        row.getColumn("comment", String.class)))
                .list();
    }

    void add(Transaction tx, RulesetVersion version, RuleFiles files) {
        tx.handle()
                .createUpdate("""
                        insert into ruleset (number, hash, at, actor, writer, cause, comment, restored)
                        values (:number, :hash, :at, :by, :writer, :cause, :comment, :restored)
                        """)
                .bind("number", version.number())
                .bind("hash", version.hash())
                .bind("at", Columns.text(version.at()))
                .bind("by", version.by())
                .bind("writer", version.writer())
                .bind("cause", version.cause().name())
                .bind("comment", version.comment())
                .bind("restored", version.restored())
                .execute();
        keep(tx, files);
        PreparedBatch rows = tx.handle()
                .prepareBatch("insert into ruleset_file (ruleset, path, text) values (:number, :path, :text)");
        files.texts()
                .forEach((path, content) -> rows.bind("number", version.number())
                        .bind("path", path)
                        .bind("text", hash(content))
                        .add());
        rows.execute();
    }

    /** What a folder held when it was last in line; empty when it never was. */
    Optional<RuleFiles> findFolder(Transaction tx, String folder) {
        SortedMap<String, String> texts =
                tx.handle().createQuery("""
                        select f.path, t.content from rule_folder f join rule_text t on t.hash = f.text
                        where f.folder = :folder
                        """).bind("folder", folder).reduceRows(new TreeMap<>(), RulebookStore::text);
        return texts.isEmpty() ? Optional.empty() : Optional.of(new RuleFiles(texts));
    }

    void folder(Transaction tx, String folder, RuleFiles files) {
        tx.handle()
                .createUpdate("delete from rule_folder where folder = :folder")
                .bind("folder", folder)
                .execute();
        keep(tx, files);
        PreparedBatch rows =
                tx.handle().prepareBatch("insert into rule_folder (folder, path, text) values (:folder, :path, :text)");
        files.texts()
                .forEach((path, content) -> rows.bind("folder", folder)
                        .bind("path", path)
                        .bind("text", hash(content))
                        .add());
        rows.execute();
    }

    /** Keeps the texts that are not kept yet. */
    static void keep(Transaction tx, RuleFiles files) {
        PreparedBatch rows = tx.handle().prepareBatch("""
                insert into rule_text (hash, content) values (:hash, :content) on conflict (hash) do nothing
                """);
        new TreeSet<>(files.texts().values())
                .forEach(content -> rows.bind("hash", hash(content))
                        .bind("content", content)
                        .add());
        rows.execute();
    }

    private static SortedMap<String, String> text(SortedMap<String, String> texts, RowView row) {
        texts.put(row.getColumn("path", String.class), row.getColumn("content", String.class));
        return texts;
    }

    private static RulesetVersion version(RowView row) {
        return new RulesetVersion(
                row.getColumn("number", Long.class),
                row.getColumn("hash", String.class),
                Instant.parse(row.getColumn("at", String.class)),
                row.getColumn("actor", String.class),
                row.getColumn("writer", String.class),
                RulesetVersion.Cause.valueOf(row.getColumn("cause", String.class)),
                row.getColumn("comment", String.class),
                row.getColumn("restored", Long.class));
    }

    /** What names a kept text. */
    static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
