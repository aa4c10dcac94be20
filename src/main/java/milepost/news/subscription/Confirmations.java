package milepost.news.subscription;

import java.util.List;
import java.util.Optional;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;

/** Asks owners of mail addresses whether they want to be written to, and keeps to what they say. */
public final class Confirmations {
    private static final int MOST_OPEN = 5;
    private static final String NO_LINK =
            "This link confirms no address. It may have been cut off, the address may have been"
                    + " changed, or nothing is to be sent there any more.";

    private final Database database;
    private final SubscriptionStore subscriptions = new SubscriptionStore();
    private final MailAddressStore addresses = new MailAddressStore();

    public Confirmations(Database database) {
        this.database = database;
    }

    /** What a link asks: whether this may be sent to the address, and what was said to that so far. */
    public record Question(Subscription subscription, MailAddress address, boolean expired) {}

    /** What a link asks; NOT_FOUND for one that asks nothing. */
    public Question one(String link) {
        return database.read(tx -> demand(tx, link));
    }

    /** The owner says yes: what waits for that begins. Again, nothing; CONFLICT when the link has run out or it was declined. */
    public Question confirm(String link) {
        return database.write(tx -> {
            Question asked = demand(tx, link);
            if (asked.address().state() == MailAddress.State.CONFIRMED) {
                return asked;
            }
            if (asked.expired() || asked.address().state() == MailAddress.State.DECLINED) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "This link has run out. " + asked.subscription().person()
                                + " can have another one sent, under Notifications.");
            }
            addresses.set(tx, asked.address(), MailAddress.State.CONFIRMED);
            subscriptions.confirmed(tx, asked.subscription());
            trail(tx, asked.subscription(), "address of subscription %d confirmed by its owner");
            return demand(tx, link);
        });
    }

    /** The owner says no: nothing is sent there for this person any more, nor is the owner asked again. */
    public Question decline(String link) {
        return database.write(tx -> {
            Question asked = demand(tx, link);
            if (asked.address().state() != MailAddress.State.DECLINED) {
                addresses.set(tx, asked.address(), MailAddress.State.DECLINED);
                subscriptions.declined(tx, asked.subscription(), "The owner of the address does not want these mails.");
                trail(tx, asked.subscription(), "address of subscription %d declined by its owner");
            }
            return demand(tx, link);
        });
    }

    /** What the owner of the address of a subscription was asked and said; empty for a webhook. */
    public Optional<MailAddress> find(Subscription subscription) {
        return subscription.channel() == Channel.WEBHOOK
                ? Optional.empty()
                : database.read(tx -> addresses.find(tx, subscription));
    }

    /** Asks once more; CONFLICT when there is nothing to ask, or the owner was asked often enough. */
    void askAgain(Transaction tx, Subscription subscription) {
        if (subscription.state() != Subscription.State.UNCONFIRMED) {
            throw new Problem(Problem.Kind.CONFLICT, "This subscription waits for nobody's confirmation.");
        }
        if (!ask(tx, subscription)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "A mail with the link is on its way or was sent a moment ago. It can be sent again after a minute,"
                            + " and three times a day.");
        }
        trail(tx, subscription, "owner of the address of subscription %d asked again");
    }

    /** Whether anything may be sent to where a subscription wants it; INVALID when the owner of the address said no. */
    Subscription.State standing(Transaction tx, Subscription subscription) {
        MailAddress address = subscription.channel() == Channel.WEBHOOK
                ? null
                : addresses.find(tx, subscription).orElse(null);
        if (address != null && address.state() == MailAddress.State.DECLINED) {
            throw refused("The owner of this address does not want mail that you ask for.");
        }
        boolean open = subscription.channel() == Channel.WEBHOOK
                || (address != null && address.state() == MailAddress.State.CONFIRMED);
        if (!open && address == null && addresses.open(tx, subscription.person()) >= MOST_OPEN) {
            throw refused("The owners of " + MOST_OPEN + " addresses that you asked for have not answered yet;"
                    + " wait until one of them has.");
        }
        return open ? Subscription.State.ACTIVE : Subscription.State.UNCONFIRMED;
    }

    /** Has the owner asked where that is still owed; false when they were asked often enough. */
    boolean ask(Transaction tx, Subscription subscription) {
        MailAddress address = addresses.find(tx, subscription).orElse(null);
        boolean may = address == null || address.mayBeAsked(tx.now());
        if (may) {
            addresses.ask(tx, subscription);
        }
        return may;
    }

    /** The owner is asked again before anything new is sent there. */
    void forget(Transaction tx, Subscription subscription) {
        addresses
                .find(tx, subscription)
                .filter(address -> address.state() == MailAddress.State.CONFIRMED)
                .ifPresent(address -> addresses.delete(tx, address));
    }

    private Question demand(Transaction tx, String link) {
        Subscription found = Keys.findId(link)
                .flatMap(id -> subscriptions.find(tx, id))
                .filter(one -> one.channel() == Channel.MAIL && one.state() != Subscription.State.ENDED)
                .filter(one -> one.keys().confirms(MailAddress.of(one.target()), Keys.secret(link)))
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, NO_LINK));
        MailAddress address = addresses.find(tx, found).orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, NO_LINK));
        return new Question(found, address, address.expired(tx.now()));
    }

    private static Problem refused(String sentence) {
        return new Problem(Problem.Kind.INVALID, sentence, List.of(new Problem.FieldError("target", sentence)));
    }

    private static void trail(Transaction tx, Subscription subscription, String what) {
        String person = subscription.person();
        Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, person, person, what.formatted(subscription.id())));
    }
}
