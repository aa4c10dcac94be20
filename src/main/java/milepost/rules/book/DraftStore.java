package milepost.rules.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Drafts in the database: at most one of each author. */
final class DraftStore {
    private static final String DRAFT = "select id, author, base, state, comment, version, saved_at from rule_draft ";

    Optional<Draft> find(Transaction tx, String author) {
        return tx.handle()
                .createQuery(DRAFT + "where author = :author")
                .bind("author", author)
                .map(row -> draft(tx, row))
                .findOne();
    }

    Optional<Draft> find(Transaction tx, long id) {
        return tx.handle()
                .createQuery(DRAFT + "where id = :id")
                .bind("id", id)
                .map(row -> draft(tx, row))
                .findOne();
    }

    /** The last saved first. */
    List<Draft> list(Transaction tx) {
        return tx.handle()
                .createQuery(DRAFT + "order by saved_at desc, id desc")
                .map(row -> draft(tx, row))
                .list();
    }

    /** A new, empty draft. */
    Draft begin(Transaction tx, String author, long base) {
        long id = tx.handle()
                .createQuery("""
                        insert into rule_draft (author, base, state, comment, version, created_at, saved_at)
                        values (:author, :base, 'OPEN', '', 0, :now, :now)
                        returning id
                        """)
                .bind("author", author)
                .bind("base", base)
                .bind("now", Columns.text(tx.now()))
                .mapTo(Long.class)
                .one();
        return new Draft(id, author, base, Draft.State.OPEN, "", 0, tx.now(), List.of());
    }

    /** Counts one saving and keeps what is said about the draft. */
    void saved(Transaction tx, long id, Draft.State state, String comment) {
        tx.handle()
                .createUpdate("""
                        update rule_draft set version = version + 1, saved_at = :now, state = :state, comment = :comment
                        where id = :id
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("state", state.name())
                .bind("comment", comment)
                .bind("id", id)
                .execute();
    }

    void put(Transaction tx, long draft, Draft.Changed file) {
        tx.handle()
                .createUpdate("""
                        insert into rule_draft_file (draft, path, text, base_text) values (:draft, :path, :text, :base)
                        on conflict (draft, path) do update set text = excluded.text, base_text = excluded.base_text
                        """)
                .bind("draft", draft)
                .bind("path", file.path())
                .bind("text", keep(tx, file.text()))
                .bind("base", keep(tx, file.base()))
                .execute();
    }

    void remove(Transaction tx, long draft, String path) {
        tx.handle()
                .createUpdate("delete from rule_draft_file where draft = :draft and path = :path")
                .bind("draft", draft)
                .bind("path", path)
                .execute();
    }

    void remove(Transaction tx, long draft) {
        tx.handle()
                .createUpdate("delete from rule_draft_file where draft = :draft")
                .bind("draft", draft)
                .execute();
        tx.handle()
                .createUpdate("delete from rule_draft where id = :draft")
                .bind("draft", draft)
                .execute();
    }

    private static @Nullable String keep(Transaction tx, @Nullable String text) {
        if (text == null) {
            return null;
        }
        RulebookStore.keep(tx, RuleFiles.NONE.with("text", text));
        return RulebookStore.hash(text);
    }

    private static Draft draft(Transaction tx, RowView row) {
        long id = row.getColumn("id", Long.class);
        List<Draft.Changed> files = tx.handle()
                .createQuery("""
                        select f.path, t.content as text, b.content as base
                        from rule_draft_file f
                        left join rule_text t on t.hash = f.text
                        left join rule_text b on b.hash = f.base_text
                        where f.draft = :draft order by f.path
                        """)
                .bind("draft", id)
                .map(file -> new Draft.Changed(
                        file.getColumn("path", String.class),
                        file.getColumn("text", String.class),
                        file.getColumn("base", String.class)))
                .list();
        return new Draft(
                id,
                row.getColumn("author", String.class),
                row.getColumn("base", Long.class),
                Draft.State.valueOf(row.getColumn("state", String.class)),
                row.getColumn("comment", String.class),
                row.getColumn("version", Long.class),
                Instant.parse(row.getColumn("saved_at", String.class)),
                files);
    }
}
