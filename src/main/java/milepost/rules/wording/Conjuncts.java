package milepost.rules.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.wording.clause.Clause;
import milepost.rules.wording.clause.Clauses;
import milepost.rules.wording.clause.Joined;
import milepost.rules.wording.clause.Names;
import milepost.rules.wording.clause.Nouns;
import milepost.rules.wording.clause.Understood;

/** The clauses that all must hold for one fact, as few as say the same. */
final class Conjuncts {

    /** A clause with the numbers of the constraints it says. */
    record Numbered(Clause clause, List<Integer> numbers) {

        /** Whether {@code at that stage} does for {@code that is at that stage}. */
        boolean brief() {
            return clause instanceof Clause.Plain plain
                    && plain.subject().self()
                    && plain.subject().tail().isEmpty()
                    && plain.predicate().matches("is (of|at|about) .*");
        }
    }

    private final Names names;
    private final Map<Expr, Integer> numbers;

    Conjuncts(Names names, Map<Expr, Integer> numbers) {
        this.names = names;
        this.numbers = numbers;
    }

    /** Parts joined by {@code &&}, each for itself. */
    static List<Expr> split(Expr test) {
        if (test instanceof Expr.Binary and && and.operator() == Operator.AND) {
            List<Expr> parts = new ArrayList<>(split(and.left()));
            parts.addAll(split(and.right()));
            return parts;
        }
        return List.of(test);
    }

    List<Integer> number(Expr test) {
        Integer number = numbers.get(test);
        return number == null ? List.of() : List.of(number);
    }

    List<Numbered> of(Condition.Pattern pattern) {
        return of(pattern, false);
    }

    /** @param tied whether the sentence already says which fact it is, as that of forall does */
    List<Numbered> of(Condition.Pattern pattern, boolean tied) {
        List<Expr> tests = pattern.items().stream()
                .filter(Condition.Test.class::isInstance)
                .flatMap(item -> split(((Condition.Test) item).expr()).stream())
                .toList();
        Clauses clauses = new Clauses(new Nouns(names, pattern));
        List<Numbered> said = new ArrayList<>();
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            Expr test = tests.get(i);
            waiting.addAll(number(test));
            if (!Understood.among(tests, test) && !(tied && Understood.same(test))) {
                said.add(new Numbered(clauses.of(test, true, pattern), List.copyOf(waiting)));
                waiting.clear();
            }
        }
        return ordered(merged(said));
    }

    /** Neighbours that speak of the same value, in one clause. */
    private static List<Numbered> merged(List<Numbered> said) {
        List<Numbered> merged = new ArrayList<>();
        int from = 0;
        while (from < said.size()) {
            int to = from + 1;
            while (to < said.size() && joins(said.get(from), said.get(to))) {
                to++;
            }
            List<Numbered> run = said.subList(from, to);
            List<Clause> clauses = run.stream().map(Numbered::clause).toList();
            List<Integer> numbers =
                    run.stream().flatMap(next -> next.numbers().stream()).toList();
            merged.add(new Numbered(Joined.clause(clauses, false), numbers));
            from = to;
        }
        return merged;
    }

    private static boolean joins(Numbered first, Numbered next) {
        return !first.brief() && !next.brief() && Joined.fit(first.clause(), next.clause(), false);
    }

    /** What follows the noun without a word between comes first. */
    private static List<Numbered> ordered(List<Numbered> said) {
        List<Numbered> ordered = new ArrayList<>();
        said.stream().filter(Numbered::brief).forEach(ordered::add);
        said.stream().filter(next -> !next.brief()).forEach(ordered::add);
        return ordered;
    }
}
