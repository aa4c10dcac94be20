package milepost.flags.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;

/** Visits and views in the database. */
final class BoardStore {

    Optional<Visits.Visit> findVisit(Transaction tx, Visits.Place place, String person) {
        return tx.handle()
                .createQuery("select last_at, before_at from " + place.table() + " where person = :person")
                .bind("person", person)
                .map(row -> {
                    String before = row.getColumn("before_at", String.class);
                    return new Visits.Visit(
                            Instant.parse(row.getColumn("last_at", String.class)),
                            before == null ? null : Instant.parse(before));
                })
                .findOne();
    }

    void visit(Transaction tx, Visits.Place place, String person, Visits.Visit visit) {
        tx.handle()
                .createUpdate("insert into " + place.table() + """
                         (person, last_at, before_at) values (:person, :last, :before)
                        on conflict (person) do update set last_at = :last, before_at = :before
                        """)
                .bind("person", person)
                .bind("last", Columns.text(visit.last()))
                .bind("before", visit.before() == null ? null : Columns.text(visit.before()))
                .execute();
    }

    List<SavedView> views(Transaction tx, String person) {
        return tx.handle()
                .createQuery("select id, name, address, standard from flag_view where person = :person order by name")
                .bind("person", person)
                .map(row -> new SavedView(
                        row.getColumn("id", Long.class),
                        row.getColumn("name", String.class),
                        row.getColumn("address", String.class),
                        row.getColumn("standard", Integer.class) != 0))
                .list();
    }

    void noStandard(Transaction tx, String person) {
        tx.handle()
                .createUpdate("update flag_view set standard = 0 where person = :person")
                .bind("person", person)
                .execute();
    }

    void standard(Transaction tx, String person, long id) {
        tx.handle()
                .createUpdate("update flag_view set standard = 1 where person = :person and id = :id")
                .bind("person", person)
                .bind("id", id)
                .execute();
    }

    void addView(Transaction tx, String person, SavedView view) {
        tx.handle()
                .createUpdate("""
                        insert into flag_view (person, name, address, standard)
                        values (:person, :name, :address, :standard)
                        """)
                .bind("person", person)
                .bind("name", view.name())
                .bind("address", view.address())
                .bind("standard", view.standard() ? 1 : 0)
                .execute();
    }

    void removeView(Transaction tx, String person, String name) {
        tx.handle()
                .createUpdate("delete from flag_view where person = :person and name = :name")
                .bind("person", person)
                .bind("name", name)
                .execute();
    }

    void removeView(Transaction tx, String person, long id) {
        tx.handle()
                .createUpdate("delete from flag_view where person = :person and id = :id")
                .bind("person", person)
                .bind("id", id)
                .execute();
    }
}
