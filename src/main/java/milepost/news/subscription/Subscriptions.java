package milepost.news.subscription;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;

/** What people do with their subscriptions; each sees and changes their own only. */
public final class Subscriptions {
    private static final int MOST = 50;

    private final Database database;
    private final Ways ways;
    private final BiPredicate<String, String> mayRead;
    private final SubscriptionStore store = new SubscriptionStore();
    private final Confirmations confirmations;

    /**
     * The use cases.
     *
     * @param mayRead whether a person may read a roadmap
     */
    public Subscriptions(Database database, Ways ways, BiPredicate<String, String> mayRead) {
        this.database = database;
        this.ways = ways;
        this.mayRead = mayRead;
        this.confirmations = new Confirmations(database);
    }

    /** Whether this server can send mail. */
    public boolean mail() {
        return ways.sends(Channel.MAIL);
    }

    /** What owners of mail addresses are asked and say. */
    public Confirmations confirmations() {
        return confirmations;
    }

    /** A person's own, oldest first; also those that were stopped without the person's doing. */
    public List<Subscription> of(String person) {
        return database.read(tx -> store.of(tx, person));
    }

    /** One of a person's own; NOT_FOUND when there is none of this id. */
    public Subscription one(String person, long id) {
        return database.read(tx -> own(tx, person, id));
    }

    /**
     * A new subscription, whose keys are to be shown once; INVALID with the fields concerned. The owner of a mail address is asked
     * before anything else is sent there, unless they said yes to this person already.
     */
    public Subscription create(String person, Wish wish) {
        WishChecks.Checked checked = WishChecks.check(wish, ways);
        return database.write(tx -> {
            if (store.of(tx, person).size() >= MOST) {
                throw new Problem(
                        Problem.Kind.CONFLICT, "You have " + MOST + " subscriptions already; end one of them first.");
            }
            demandRoadmap(tx, person, checked.filter());
            Subscription made = new Subscription(
                    0,
                    person,
                    checked.channel(),
                    checked.target(),
                    checked.filter(),
                    checked.rhythm(),
                    Subscription.State.ACTIVE,
                    null,
                    tx.now(),
                    Keys.create());
            long id = store.add(tx, made.standing(confirmations.standing(tx, made)));
            trail(tx, person, "subscription " + id + " made, by " + word(checked.channel()));
            return asked(tx, own(tx, person, id));
        });
    }

    /** Other filters, another address or other hours; the way and the keys stay. */
    public Subscription change(String person, long id, Wish wish) {
        return database.write(tx -> {
            Subscription now = own(tx, person, id);
            WishChecks.Checked checked = WishChecks.check(of(wish, now.channel()), ways);
            demandRoadmap(tx, person, checked.filter());
            Subscription changed = new Subscription(
                    id,
                    person,
                    now.channel(),
                    checked.target(),
                    checked.filter(),
                    checked.rhythm(),
                    now.state(),
                    now.why(),
                    now.createdAt(),
                    now.keys());
            boolean stays =
                    now.state() == Subscription.State.PAUSED || now.target().equals(changed.target());
            Subscription.State standing = confirmations.standing(tx, changed);
            store.change(tx, stays ? changed : changed.standing(standing));
            trail(tx, person, "subscription " + id + " changed");
            return asked(tx, own(tx, person, id));
        });
    }

    /** Has the owner of the address asked where that is owed. */
    private Subscription asked(Transaction tx, Subscription subscription) {
        if (subscription.state() == Subscription.State.UNCONFIRMED) {
            confirmations.ask(tx, subscription);
        }
        return subscription;
    }

    /** Asks the owner of the address once more; CONFLICT when there is nothing to ask, or they were asked often enough. */
    public void askAgain(String person, long id) {
        database.write(tx -> {
            confirmations.askAgain(tx, own(tx, person, id));
            return null;
        });
    }

    /** Nothing is gathered from now on, until it goes on. */
    public void pause(String person, long id) {
        set(person, id, Subscription.State.PAUSED, "paused");
    }

    /** Goes on with what happens from now on; also after nothing got through to the address; what waited is sent first. */
    public void resume(String person, long id) {
        database.write(tx -> {
            Subscription now = own(tx, person, id);
            if (now.state() != Subscription.State.UNCONFIRMED) {
                store.set(tx, id, confirmations.standing(tx, now), null);
                trail(tx, person, "subscription " + id + " resumed");
                asked(tx, own(tx, person, id));
            }
            return null;
        });
    }

    /** Over for ever. */
    public void end(String person, long id) {
        set(person, id, Subscription.State.ENDED, "ended");
    }

    /** The subscription that a link of a mail ends, if the link is a true one. */
    public Optional<Subscription> findEnding(String link) {
        return Keys.findId(link)
                .flatMap(id -> database.read(tx -> store.find(tx, id)))
                .filter(found -> found.keys().ends(Keys.secret(link)));
    }

    /** Ends a subscription by the link of one of its mails; once more does nothing. NOT_FOUND for a link that is none. */
    public Subscription endByLink(String link) {
        Subscription found = findEnding(link)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "This link ends no subscription; look whether it was cut off."));
        if (found.state() != Subscription.State.ENDED) {
            database.write(tx -> {
                confirmations.forget(tx, found);
                store.set(tx, found.id(), Subscription.State.ENDED, null);
                trail(tx, found.person(), "subscription " + found.id() + " ended from a mail");
                return null;
            });
        }
        return found;
    }

    private void set(String person, long id, Subscription.State state, String what) {
        database.write(tx -> {
            own(tx, person, id);
            store.set(tx, id, state, null);
            trail(tx, person, "subscription " + id + " " + what);
            return null;
        });
    }

    private Subscription own(Transaction tx, String person, long id) {
        return store.find(tx, id)
                .filter(found -> found.person().equals(person))
                .filter(found -> found.state() != Subscription.State.ENDED)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "You have no subscription " + id + ", or it has ended."));
    }

    private void demandRoadmap(Transaction tx, String person, Filter filter) {
        String roadmap = filter.roadmap();
        if (roadmap != null && !(store.known(tx, roadmap) && mayRead.test(person, roadmap))) {
            String sentence = "There is no roadmap " + filter.roadmap() + ".";
            throw new Problem(Problem.Kind.INVALID, sentence, List.of(new Problem.FieldError("roadmap", sentence)));
        }
    }

    private static Wish of(Wish wish, Channel channel) {
        return new Wish(
                channel.name(),
                wish.target(),
                wish.roadmap(),
                wish.severity(),
                wish.rule(),
                wish.owner(),
                wish.occasions(),
                wish.when());
    }

    private static String word(Channel channel) {
        return channel == Channel.MAIL ? "mail" : "webhook";
    }

    private static void trail(Transaction tx, String person, String what) {
        Trail.add(tx, Trail.Deed.of(Trail.Kind.PERSON, person, person, what));
    }
}
