package milepost.rules.wording.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;
import milepost.rules.wording.words.Phrases;
import org.jspecify.annotations.Nullable;

/** What the names of a rule stand for, and what the facts that are spoken of again are called: that milestone, the second milestone. */
public final class Names {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");
    private static final Set<String> SINGLE = Set.of("AsOf", "Roadmap");

    /**
     * What a name was given to.
     *
     * @param pattern the fact, or the fact of the value; null for a result or a local name
     * @param value null for a fact itself and for a result
     * @param fold the result, null for anything else
     */
    record Meant(
            Condition.@Nullable Pattern pattern, @Nullable Expr value, Condition.@Nullable Fold fold) {}

    private final Map<Binding, Meant> names;
    private final List<Condition.Pattern> patterns = new ArrayList<>();
    private final Map<Condition.Pattern, String> called;
    private final List<Condition.Accumulate> together;
    private final Condition.@Nullable Accumulate inside;
    private final Set<Condition.Pattern> again = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean readsFirst;

    private Names(Names whole, Condition.Accumulate inside) {
        this.names = whole.names;
        this.called = whole.called;
        this.together = whole.together;
        this.readsFirst = whole.readsFirst;
        this.inside = inside;
    }

    public Names(RuleTree tree) {
        this.names = new HashMap<>();
        this.called = new IdentityHashMap<>();
        this.together = new ArrayList<>();
        this.inside = null;
        tree.when().forEach(this::declare);
        tree.then().forEach(this::declare);
        tree.when().forEach(this::uses);
        tree.then().forEach(this::uses);
        Map<String, List<Condition.Pattern>> alike = new HashMap<>();
        for (Condition.Pattern pattern : patterns) {
            if (again.contains(pattern)) {
                alike.computeIfAbsent(pattern.fact().name(), name -> new ArrayList<>())
                        .add(pattern);
            }
        }
        alike.forEach(this::call);
    }

    private void call(String fact, List<Condition.Pattern> same) {
        String noun = Phrases.bare(fact);
        for (int i = 0; i < same.size(); i++) {
            String name = fact.equals("AsOf")
                    ? "today"
                    : SINGLE.contains(fact)
                            ? "the " + noun
                            : same.size() == 1 ? "that " + noun : "the " + ORDINALS.get(i) + " " + noun;
            called.put(same.get(i), name);
        }
    }

    /** What a name stands for; null for a name of the rule language itself. */
    @Nullable Meant of(Binding binding) {
        return names.get(binding);
    }

    /** The same for what is said right below the facts that are taken together there. */
    public Names inside(Condition.Accumulate accumulate) {
        return new Names(this, accumulate);
    }

    /** What the facts are called whose result is spoken of: those right above, or which of several others. */
    String together(Condition.Fold fold) {
        int place = 0;
        while (place < together.size() && !together.get(place).folds().contains(fold)) {
            place++;
        }
        boolean clear = together.size() < 2 || place == together.size() || together.get(place) == inside;
        return clear ? "" : "those taken together " + ORDINALS.get(Math.min(place, ORDINALS.size() - 1));
    }

    /** What a fact is called where it is spoken of again. */
    String called(Condition.Pattern pattern) {
        return called.getOrDefault(
                pattern, "that " + Phrases.bare(pattern.fact().name()));
    }

    /** What a fact is called where it is spoken of first, without an article: {@code milestone}, {@code second milestone}. */
    public String introduced(Condition.Pattern pattern) {
        String name = called(pattern);
        boolean later = name.startsWith("the ")
                && !name.startsWith("the first ")
                && !SINGLE.contains(pattern.fact().name());
        return later ? name.substring(4) : Phrases.bare(pattern.fact().name());
    }

    /** Whether there is only one fact of the kind, which need not be looked for. */
    public static boolean single(Condition.Pattern pattern) {
        return SINGLE.contains(pattern.fact().name());
    }

    /** Whether the rule tells the first day of a date from its last. */
    boolean readsFirst() {
        return readsFirst;
    }

    private void declare(Condition condition) {
        Walk.patterns(condition, pattern -> {
            patterns.add(pattern);
            if (pattern.binding() != null) {
                names.put(pattern.binding(), new Meant(pattern, null, null));
            }
            for (Condition.Item item : pattern.items()) {
                if (item instanceof Condition.Bind bind) {
                    names.put(bind.binding(), new Meant(pattern, bind.value(), null));
                }
            }
        });
        Walk.accumulates(condition, together::add);
        Walk.folds(condition, fold -> names.put(fold.result(), new Meant(null, null, fold)));
    }

    private void declare(Statement statement) {
        if (statement instanceof Statement.Local local) {
            names.put(local.binding(), new Meant(null, local.value(), null));
        } else if (statement instanceof Statement.If either) {
            either.then().forEach(this::declare);
            either.otherwise().forEach(this::declare);
        }
    }

    private void uses(Condition condition) {
        Walk.patterns(condition, pattern -> {
            for (Condition.Item item : pattern.items()) {
                Expr expr = item instanceof Condition.Test test ? test.expr() : ((Condition.Bind) item).value();
                if (!Understood.same(expr)) {
                    uses(expr, pattern);
                }
            }
        });
        Walk.tests(condition, test -> uses(test, null));
    }

    private void uses(Statement statement) {
        Walk.expressions(statement, expr -> uses(expr, null));
    }

    private void uses(Expr expr, Condition.@Nullable Pattern at) {
        Walk.parts(expr, part -> {
            if (part instanceof Expr.Variable variable) {
                Meant meant = names.get(variable.binding());
                if (meant != null && meant.pattern() != null && meant.pattern() != at) {
                    again.add(meant.pattern());
                }
            } else if (part instanceof Expr.Read read
                    && Phrases.owner(read.target().type()).equals("TargetDate")
                    && read.property().name().equals("first")) {
                readsFirst = true;
            }
        });
    }
}
