package milepost.access.oidc;

import java.time.Instant;
import java.util.Optional;
import milepost.db.Columns;
import milepost.db.Transaction;

/** Identities, and sign-ins that have begun, in the database. */
final class SignOnStore {

    /** The name of the person behind an identity. */
    Optional<String> findPerson(Transaction tx, String issuer, String subject) {
        return tx.handle()
                .createQuery("""
                        select p.name from identity i join person p on p.id = i.person
                        where i.issuer = :issuer and i.subject = :subject
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne();
    }

    /** The subject that a person is linked to. */
    Optional<String> findSubject(Transaction tx, String issuer, long person) {
        return tx.handle()
                .createQuery("select subject from identity where issuer = :issuer and person = :person")
                .bind("issuer", issuer)
                .bind("person", person)
                .mapTo(String.class)
                .findOne();
    }

    void link(Transaction tx, String issuer, String subject, long person) {
        tx.handle()
                .createUpdate("""
                        insert into identity (issuer, subject, person, linked_at)
                        values (:issuer, :subject, :person, :now)
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("person", person)
                .bind("now", Columns.text(tx.now()))
                .execute();
    }

    int unlink(Transaction tx, String issuer, long person) {
        return tx.handle()
                .createUpdate("delete from identity where issuer = :issuer and person = :person")
                .bind("issuer", issuer)
                .bind("person", person)
                .execute();
    }

    /** Keeps a sign-in that begins, and forgets those that took too long. */
    void begin(Transaction tx, String state, String browser, SignOn.Attempt attempt, Instant expires) {
        tx.handle()
                .createUpdate("delete from sign_on where expires_at <= :now")
                .bind("now", Columns.text(tx.now()))
                .execute();
        tx.handle()
                .createUpdate("""
                        insert into sign_on (state, browser, nonce, verifier, redirect, next, expires_at)
                        values (:state, :browser, :nonce, :verifier, :redirect, :next, :expires)
                        """)
                .bind("state", state)
                .bind("browser", browser)
                .bind("nonce", attempt.nonce())
                .bind("verifier", attempt.verifier())
                .bind("redirect", attempt.redirect())
                .bind("next", attempt.next())
                .bind("expires", Columns.text(expires))
                .execute();
    }

    /** Takes a sign-in of this browser out, so that its answer is good once. */
    Optional<SignOn.Attempt> take(Transaction tx, String state, String browser) {
        return tx.handle()
                .createQuery("""
                        delete from sign_on where state = :state and browser = :browser and expires_at > :now
                        returning nonce, verifier, redirect, next
                        """)
                .bind("state", state)
                .bind("browser", browser)
                .bind("now", Columns.text(tx.now()))
                .map(row -> new SignOn.Attempt(
                        row.getColumn("nonce", String.class),
                        row.getColumn("verifier", String.class),
                        row.getColumn("redirect", String.class),
                        row.getColumn("next", String.class)))
                .findOne();
    }
}
