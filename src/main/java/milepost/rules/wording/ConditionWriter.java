package milepost.rules.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.wording.clause.Clauses;
import milepost.rules.wording.clause.Folds;
import milepost.rules.wording.clause.Names;
import milepost.rules.wording.clause.Nouns;
import milepost.rules.wording.clause.Understood;

/** Says the conditions of a rule, each in a line or in a list below one. */
final class ConditionWriter {
    private final Names names;
    private final Conjuncts conjuncts;

    ConditionWriter(Names names, Map<Expr, Integer> numbers) {
        this.names = names;
        this.conjuncts = new Conjuncts(names, numbers);
    }

    Said of(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern).said("a");
        }
        if (condition instanceof Condition.All all) {
            return listed("All of these together:", all.parts());
        }
        if (condition instanceof Condition.Any any) {
            return listed("At least one of these:", any.parts());
        }
        if (condition instanceof Condition.Not not) {
            return absent(not.part());
        }
        if (condition instanceof Condition.Exists exists) {
            return present(exists.part());
        }
        return condition instanceof Condition.Forall forall
                ? everyOne(forall)
                : together((Condition.Accumulate) condition);
    }

    private PatternWriter pattern(Condition.Pattern pattern) {
        return new PatternWriter(names, pattern, conjuncts.of(pattern));
    }

    private Said listed(String head, List<? extends Condition> parts) {
        return new Said(head, List.of(), parts.stream().map(this::of).toList());
    }

    private Said absent(Condition part) {
        if (part instanceof Condition.Pattern pattern) {
            return pattern(pattern).said("no");
        }
        if (part instanceof Condition.Exists exists) {
            return absent(exists.part());
        }
        if (part instanceof Condition.Not not) {
            return present(not.part());
        }
        if (part instanceof Condition.All all) {
            return listed("These are not found together:", all.parts());
        }
        return part instanceof Condition.Any any
                ? listed("None of these is found:", any.parts())
                : new Said("This is not so:", List.of(), List.of(of(part)));
    }

    /** The facts that it asks not to be there, each in a line. */
    List<String> absences(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return missing(not.part());
        }
        return condition instanceof Condition.All all
                ? all.parts().stream().flatMap(part -> absences(part).stream()).toList()
                : List.of();
    }

    private List<String> missing(Condition part) {
        if (part instanceof Condition.Pattern pattern) {
            return List.of(pattern(pattern).line("a"));
        }
        return part instanceof Condition.All all
                ? all.parts().stream().flatMap(inner -> missing(inner).stream()).toList()
                : absences(part);
    }

    private Said present(Condition part) {
        if (part instanceof Condition.Pattern pattern) {
            return pattern(pattern).said("at least one");
        }
        return part instanceof Condition.All all ? listed("These are found together:", all.parts()) : of(part);
    }

    private Said everyOne(Condition.Forall forall) {
        PatternWriter domain = pattern(forall.domain());
        List<Said> parts = new ArrayList<>();
        boolean own = true;
        for (Condition.Pattern required : forall.requirements()) {
            boolean same = required.items().stream()
                    .anyMatch(item -> item instanceof Condition.Test test && Understood.same(test.expr()));
            own &= same;
            PatternWriter writer = new PatternWriter(names, required, conjuncts.of(required, same));
            parts.addAll(same ? writer.bullets() : List.of(writer.said("a")));
        }
        boolean single = own && parts.size() == 1 && parts.get(0).parts().isEmpty();
        return single
                ? domain.every(" is one " + parts.get(0).text() + ".", List.of())
                        .with(parts.get(0).conditions())
                : domain.every(own ? " is one:" : " goes with all of these:", parts);
    }

    private Said together(Condition.Accumulate accumulate) {
        List<Said> tests = tests(accumulate);
        if (accumulate.source() instanceof Condition.Pattern pattern) {
            return together(pattern(pattern), tests);
        }
        List<? extends Condition> sources =
                accumulate.source() instanceof Condition.All all ? all.parts() : List.of(accumulate.source());
        List<Said> parts = new ArrayList<>(List.of(listed("Each time these are found together:", sources)));
        parts.addAll(tests);
        return new Said("Taken together:", List.of(), parts);
    }

    private static Said together(PatternWriter source, List<Said> tests) {
        if (tests.size() == 1 && tests.get(0).text().equals(Folds.SOME)) {
            return source.said("at least one").with(tests.get(0).conditions());
        }
        if (tests.size() == 1 && tests.get(0).text().equals(Folds.NONE)) {
            return source.said("no").with(tests.get(0).conditions());
        }
        return tests.isEmpty()
                ? source.every(", taken together.", List.of())
                : source.every(", taken together:", tests);
    }

    private List<Said> tests(Condition.Accumulate accumulate) {
        List<Said> tests = new ArrayList<>();
        Clauses clauses = new Clauses(new Nouns(names.inside(accumulate), null));
        for (Condition.Test test : accumulate.tests()) {
            for (Expr conjunct : Conjuncts.split(test.expr())) {
                String said = clauses.of(conjunct, true, null).plain();
                tests.add(new Said(said, conjuncts.number(conjunct), List.of()));
            }
        }
        return tests;
    }
}
