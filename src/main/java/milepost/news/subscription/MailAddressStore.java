package milepost.news.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Addresses and what their owners said, in the database. */
public final class MailAddressStore {
    private static final String ALL =
            "select person, address, state, subscription, due_at, asked_at, asked, expires_at from mail_address ";

    /** Those whose owners are to be asked. */
    public List<MailAddress> due(Transaction tx) {
        return tx.handle()
                .createQuery(ALL + "where due_at <= :now order by due_at, person, address limit 1000")
                .bind("now", Columns.text(tx.now()))
                .map(MailAddressStore::address)
                .list();
    }

    public Optional<MailAddress> find(Transaction tx, Subscription subscription) {
        return tx.handle()
                .createQuery(ALL + "where person = :person and address = :address")
                .bind("person", subscription.person())
                .bind("address", MailAddress.of(subscription.target()))
                .map(MailAddressStore::address)
                .findOne();
    }

    /** How many addresses a person asked for whose owners said nothing yet. */
    int open(Transaction tx, String person) {
        return tx.handle()
                .createQuery("""
                        select count(*) from mail_address
                        where person = :person and state = 'ASKED' and (due_at is not null or expires_at > :now)
                        """)
                .bind("person", person)
                .bind("now", Columns.text(tx.now()))
                .mapTo(Integer.class)
                .one();
    }

    /** Its owner is to be asked, by a link that the subscription's key makes. */
    void ask(Transaction tx, Subscription subscription) {
        tx.handle()
                .createUpdate("""
                        insert into mail_address (person, address, state, subscription, due_at, asked)
                        values (:person, :address, 'ASKED', :subscription, :now, 0)
                        on conflict (person, address) do update set subscription = :subscription, due_at = :now
                        """)
                .bind("person", subscription.person())
                .bind("address", MailAddress.of(subscription.target()))
                .bind("subscription", subscription.id())
                .bind("now", Columns.text(tx.now()))
                .execute();
    }

    /** The question is on its way. */
    public void asked(Transaction tx, MailAddress address) {
        tx.handle()
                .createUpdate("""
                        update mail_address set due_at = null, asked_at = :now, asked = :asked, expires_at = :expires
                        where person = :person and address = :address
                        """)
                .bind("now", Columns.text(tx.now()))
                .bind("asked", address.askedWith(tx.now()))
                .bind("expires", Columns.text(tx.now().plus(MailAddress.LIFE)))
                .bind("person", address.person())
                .bind("address", address.address())
                .execute();
    }

    void delete(Transaction tx, MailAddress address) {
        tx.handle()
                .createUpdate("delete from mail_address where person = :person and address = :address")
                .bind("person", address.person())
                .bind("address", address.address())
                .execute();
    }

    void set(Transaction tx, MailAddress address, MailAddress.State state) {
        tx.handle()
                .createUpdate("""
                        update mail_address set state = :state, due_at = null
                        where person = :person and address = :address
                        """)
                .bind("state", state.name())
                .bind("person", address.person())
                .bind("address", address.address())
                .execute();
    }

    private static MailAddress address(RowView row) {
        return new MailAddress(
                row.getColumn("person", String.class),
                row.getColumn("address", String.class),
                MailAddress.State.valueOf(row.getColumn("state", String.class)),
                row.getColumn("subscription", Long.class),
                instant(row, "due_at"),
                instant(row, "asked_at"),
                row.getColumn("asked", Integer.class),
                instant(row, "expires_at"));
    }

    private static @Nullable Instant instant(RowView row, String column) {
        String text = row.getColumn(column, String.class);
        return text == null ? null : Instant.parse(text);
    }
}
