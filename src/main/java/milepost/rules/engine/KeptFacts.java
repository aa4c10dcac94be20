package milepost.rules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.AsOf;
import milepost.facts.Snapshot;
import milepost.facts.Stage;

/**
 * The facts of a roadmap on a day, as {@link Snapshot#factsOn} has them, told without a look at each fact: most are those of the time
 * before. Only lists are walked, because to look at thousands of facts means to fetch each from memory.
 */
final class KeptFacts {
    private final List<Dated> dated = List.of(new Dated(), new Dated(), new Dated(), new Dated(), new Dated());
    private AsOf asOf = new AsOf(LocalDate.MIN);
    private List<Stage> stages = List.of();

    /** The facts of one kind that is there only from some day on. */
    private static final class Dated {
        private List<?> all = List.of();
        private List<?> there = List.of();

        /** Those that are there on the day. */
        List<?> on(LocalDate day, boolean sameDay, List<?> given) {
            boolean known = sameDay && all == given;
            if (!known) {
                there = sameDay && all.size() == there.size() && onlyMore(day, given) ? given : filtered(day, given);
                all = given;
            }
            return there;
        }

        /** Whether all are there, when all of the time before were. */
        private boolean onlyMore(LocalDate day, List<?> given) {
            int at = 0;
            for (Object fact : given) {
                if (at < all.size() && all.get(at) == fact) {
                    at++;
                } else if (at + 1 < all.size() && all.get(at + 1) == fact) {
                    at += 2;
                } else if (!Snapshot.isThere(fact, day)) {
                    return false;
                }
            }
            return true;
        }

        private static List<?> filtered(LocalDate day, List<?> given) {
            List<Object> there = new ArrayList<>(given.size());
            for (Object fact : given) {
                if (Snapshot.isThere(fact, day)) {
                    there.add(fact);
                }
            }
            return there;
        }
    }

    /** Kind by kind, in the order of the facts; what is worked out anew each time is the same object as long as it is equal. */
    List<List<?>> on(Snapshot snapshot, LocalDate day) {
        boolean sameDay = asOf.date().equals(day);
        asOf = sameDay ? asOf : new AsOf(day);
        List<Stage> chain = snapshot.stages();
        stages = chain.equals(stages) ? stages : chain;
        return List.of(
                List.of(asOf),
                List.of(snapshot.roadmap()),
                stages,
                snapshot.milestones(),
                snapshot.dependencies(),
                snapshot.participants(),
                snapshot.restrictions(),
                snapshot.indicators(),
                dated.get(0).on(day, sameDay, snapshot.observations()),
                dated.get(1).on(day, sameDay, snapshot.events()),
                dated.get(2).on(day, sameDay, snapshot.updates()),
                dated.get(3).on(day, sameDay, snapshot.attributes()),
                dated.get(4).on(day, sameDay, snapshot.ratings()));
    }
}
