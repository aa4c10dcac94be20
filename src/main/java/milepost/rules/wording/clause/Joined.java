package milepost.rules.wording.clause;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.wording.words.Phrases;

/** Clauses about the same thing, said in one: {@code its due date lies after today and no later than 30 days after today}. */
public final class Joined {
    private Joined() {}

    /** Whether two can be said in one. */
    public static boolean fit(Clause one, Clause other, boolean any) {
        String taken = any ? " and " : " or ";
        return one instanceof Clause.Plain first
                && other instanceof Clause.Plain second
                && first.subject().equals(second.subject())
                && !mistaken(first, taken)
                && !mistaken(second, taken);
    }

    /** Whether a reader could take its own words for those that join. */
    private static boolean mistaken(Clause.Plain clause, String taken) {
        return clause.predicate().replace(" on or ", " ").contains(taken);
    }

    /** One of several that fit; a single one stays as it is. */
    public static Clause clause(List<Clause> clauses, boolean any) {
        if (clauses.size() == 1) {
            return clauses.get(0);
        }
        Noun subject = ((Clause.Plain) clauses.get(0)).subject();
        List<String> predicates = new ArrayList<>();
        String verb = "";
        for (Clause clause : clauses) {
            String predicate = ((Clause.Plain) clause).predicate();
            boolean again = !verb.isEmpty() && predicate.startsWith(verb) && (any || !subject.equals(Noun.SELF));
            predicates.add(again ? predicate.substring(verb.length()) : predicate);
            verb = predicate.substring(0, predicate.indexOf(' ') + 1);
        }
        return new Clause.Plain(subject, Phrases.list(predicates, any ? "or" : "and"));
    }

    /** All or at least one of several clauses. */
    static Clause several(List<Clause> parts, boolean any) {
        List<Clause> joined = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = from + 1;
            while (to < parts.size() && fit(parts.get(from), parts.get(to), any)) {
                to++;
            }
            joined.add(clause(parts.subList(from, to), any));
            from = to;
        }
        return joined.size() == 1 ? joined.get(0) : new Clause.Several(any, List.copyOf(joined));
    }
}
