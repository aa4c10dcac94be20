package milepost.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import milepost.db.Database;
import milepost.db.Trail;
import milepost.db.Transaction;
import milepost.facts.Problem;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Deciders;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Handling;
import milepost.flags.decision.TriagePolicy;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.flags.life.Turns;
import milepost.flags.store.FlagFilter;
import milepost.flags.store.FlagStore;
import milepost.flags.store.FlagWriteStore;
import org.jspecify.annotations.Nullable;

/** What people do to flags, one or several at once. Each act is an event of its flag and can be taken back. */
public final class Triaging {
    private final Database database;
    private final FlagStore store;
    private final TriagePolicy policy;
    private final Watch watch;

    Triaging(Database database, FlagStore store, TriagePolicy policy, Watch watch) {
        this.database = database;
        this.store = store;
        this.policy = policy;
        this.watch = watch;
    }

    public TriagePolicy policy() {
        return policy;
    }

    /** What is to be done to a flag as it was seen, on the day it is in its roadmap. */
    private record Order(FlagRef seen, Act act, LocalDate today) {}

    /**
     * Does one thing to one flag.
     *
     * @param today the day it is in the flag's roadmap
     * @throws Problem INVALID with the fields concerned, NOT_FOUND, FORBIDDEN above the decider's limit, or CONFLICT when the flag
     *     has cleared, or is not as it was seen
     */
    public Flag act(Decider by, FlagRef seen, Act act, LocalDate today) {
        ActChecks.check(act, policy, today);
        return database.write(tx -> done(tx, by, found(tx, seen.id()), new Order(seen, act, today)));
    }

    /**
     * Does the same to several flags; what cannot be done to one of them does not hold up the others.
     *
     * @param today the day it is in a roadmap
     * @throws Problem INVALID with the fields concerned, with nothing done at all
     */
    public List<ActResult> act(Deciders by, List<FlagRef> seen, Act act, Function<String, LocalDate> today) {
        List<Flag> flags = database.read(
                tx -> seen.stream().flatMap(ref -> find(tx, by, ref).stream()).toList());
        flags.stream().map(Flag::roadmap).distinct().forEach(r -> ActChecks.check(act, policy, today.apply(r)));
        return database.write(tx -> {
            List<ActResult> results = new ArrayList<>();
            for (FlagRef ref : seen) {
                results.add(one(tx, by, ref, flag -> new Order(ref, act, today.apply(flag.roadmap()))));
            }
            return results;
        });
    }

    private ActResult one(Transaction tx, Deciders by, FlagRef ref, Function<Flag, Order> order) {
        Flag flag = find(tx, by, ref).orElse(null);
        if (flag == null) {
            return new ActResult(ref.id(), null, none(ref.id()));
        }
        try {
            return new ActResult(ref.id(), done(tx, by.on().apply(flag.roadmap()), flag, order.apply(flag)), null);
        } catch (Problem refusal) {
            return new ActResult(ref.id(), flag, refusal);
        }
    }

    private Optional<Flag> find(Transaction tx, Deciders by, FlagRef ref) {
        return store.find(tx, ref.id(), FlagFilter.Sight.EVERYONE)
                .filter(flag -> by.sees().test(flag.roadmap()));
    }

    private Flag found(Transaction tx, long id) {
        return store.find(tx, id, FlagFilter.Sight.EVERYONE).orElseThrow(() -> none(id));
    }

    private static Problem none(long id) {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no flag " + id + ".");
    }

    /** Every refusal comes before anything is written. */
    private Flag done(Transaction tx, Decider by, Flag flag, Order order) {
        Act act = order.act();
        Integer version = order.seen().version();
        if (flag.state() == FlagState.RESOLVED && !(act instanceof Act.Comment)) {
            throw conflict("This flag has cleared meanwhile, at " + flag.resolvedAt()
                    + ", so there is nothing left to decide. It said: " + flag.message());
        }
        if (version != null && version != flag.version()) {
            throw conflict(meanwhile(tx, flag));
        }
        ActChecks.seen(flag, act);
        FlagEvent.Kind kind = kind(act);
        Handling after =
                act instanceof Act.Undo undo ? before(tx, flag, undo, order.today()) : after(flag.handling(), act);
        ActChecks.allow(by, flag, after);
        FlagWriteStore writes = FlagWriteStore.begin(tx, flag.roadmap());
        Flag written = writes.write(flag.handled(after).next());
        FlagEvent event = new FlagEvent(
                flag.id(),
                tx.now(),
                kind,
                new Cause(Cause.Kind.PERSON, by.name()),
                flag.message(),
                written.severity(),
                flag.ruleset(),
                kind == FlagEvent.Kind.TRIAGED || kind == FlagEvent.Kind.UNDONE ? after.decision() : null,
                detail(act),
                flag.handling());
        Turns.Turn turn = new Turns.Turn(writes.add(event), flag, written, event);
        watch.told(tx, new Turns(flag.roadmap(), event.cause(), List.of(turn)));
        Trail.add(tx, deed(by, flag, kind, after.decision(), detail(act)));
        return written;
    }

    private static Trail.Deed deed(
            Decider by, Flag flag, FlagEvent.Kind kind, Decision decision, @Nullable String detail) {
        String said = kind == FlagEvent.Kind.TRIAGED ? decision.reason() : detail;
        String what = (kind == FlagEvent.Kind.TRIAGED ? decision.triage().name() : kind.name()).replace('_', ' ');
        return new Trail.Deed(
                Trail.Kind.DECISION,
                by.name(),
                flag.roadmap(),
                flag.rule() + " on " + flag.subject(),
                what.toLowerCase(Locale.ROOT) + (said == null || said.isBlank() ? "" : ": " + said),
                String.valueOf(flag.id()),
                "");
    }

    private String meanwhile(Transaction tx, Flag flag) {
        List<FlagEvent> events = store.events(tx, flag.id());
        FlagEvent last = events.get(events.size() - 1);
        return last.cause().kind() == Cause.Kind.PERSON
                ? last.cause().ref() + " decided something about this flag meanwhile; look at it again."
                : "This flag changed meanwhile; look at it again.";
    }

    /** What people had made of the flag before the last act; a comment is not one that can be taken back. */
    private Handling before(Transaction tx, Flag flag, Act.Undo undo, LocalDate today) {
        List<FlagEvent> events = new ArrayList<>(store.events(tx, flag.id()));
        events.removeIf(FlagEvent::isAside);
        Handling before = events.get(events.size() - 1).before();
        if (before == null) {
            throw conflict(
                    "Nobody has decided anything since this flag last changed, so there is nothing to take back.");
        }
        if (before.until() != null && before.until().isBefore(today)) {
            throw conflict("The acceptance that this would bring back ended with " + before.until()
                    + ". Accept the flag until another day instead.");
        }
        String again = before.assignee();
        if (again != null && !again.equals(flag.assignee()) && !undo.sees().test(again, flag.roadmap())) {
            throw conflict(again + " does not see the roadmap " + flag.roadmap()
                    + " any more, so the flag cannot be given back to them. Assign it to somebody who does.");
        }
        return before;
    }

    private static Handling after(Handling now, Act act) {
        if (act instanceof Act.Decide decide) {
            return now.with(decide.decision());
        }
        if (act instanceof Act.Assign assign) {
            return now.with(assign.person());
        }
        return act instanceof Act.Rate rate ? now.with(rate.severity(), rate.reason()) : now;
    }

    private static FlagEvent.Kind kind(Act act) {
        if (act instanceof Act.Decide) {
            return FlagEvent.Kind.TRIAGED;
        }
        if (act instanceof Act.Assign) {
            return FlagEvent.Kind.ASSIGNED;
        }
        if (act instanceof Act.Rate) {
            return FlagEvent.Kind.RATED;
        }
        return act instanceof Act.Comment ? FlagEvent.Kind.COMMENTED : FlagEvent.Kind.UNDONE;
    }

    private static @Nullable String detail(Act act) {
        if (act instanceof Act.Assign assign) {
            return assign.person();
        }
        if (act instanceof Act.Rate rate) {
            return rate.reason();
        }
        return act instanceof Act.Comment comment ? comment.text() : null;
    }

    private static Problem conflict(String sentence) {
        return new Problem(Problem.Kind.CONFLICT, sentence);
    }
}
