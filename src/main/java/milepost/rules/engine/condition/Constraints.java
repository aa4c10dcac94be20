package milepost.rules.engine.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import milepost.rules.engine.run.RuleFault;
import milepost.rules.engine.value.Eval;
import milepost.rules.engine.value.RuleNames;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import org.drools.model.BetaIndex;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Adds the constraints of a rule's pattern to the engine's pattern, with the hints that let it hash its joins. */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class Constraints {
    private final RuleContext context;
    private final RuleNames names;
    private final Map<Variable<?>, String> lastAlone = new HashMap<>();
    private int count;

    public Constraints(RuleContext context, RuleNames names) {
        this.context = context;
        this.names = names;
    }

    private static final Set<Operator> SEARCHES =
            Set.of(Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.MATCHES, Operator.NOT_MATCHES, Operator.PLUS);

    /** Adds a test; parts joined by && become constraints of their own, so that each can be indexed. */
    void add(PatternDef pattern, Variable<?> current, Expr test) {
        if (test instanceof Expr.Binary and && and.operator() == Operator.AND) {
            add(pattern, current, and.left());
            add(pattern, current, and.right());
            return;
        }
        RuleNames.View view = names.view(current);
        Eval eval = view.compile(test);
        Index index = index(current, view.outer(), test);
        ((PatternDSL.PatternDefImpl) pattern)
                .getItems()
                .add(
                        view.outer().isEmpty()
                                ? alone(current, test, eval, index)
                                : joined(test, eval, index, view.outer()));
    }

    /** Tests of a fact are shared between rules; those of a result, which is an Object to the engine, are not. */
    private TestItem alone(Variable<?> current, Expr test, Eval eval, @Nullable Index index) {
        if (context.watch() != null || current.getType() == Object.class) {
            Tested own = new Tested(watched(test, eval), Set.of(context.rule()), context.number(), null);
            return new TestItem(context.number() + "#" + count++, own, List.of(), null);
        }
        Shared.Test shared = context.shared()
                .of(
                        current.getType(),
                        lastAlone.getOrDefault(current, ""),
                        Shared.meaning(test, variable -> names.value(variable, current)),
                        context.rule());
        lastAlone.put(current, shared.id());
        Tested counted = new Tested(eval, shared.rules(), context.number(), searches(test) ? context.running() : null);
        return new TestItem(shared.id(), counted, List.of(), index);
    }

    /** Whether the test looks through texts, which may be long: then each fact is a step. */
    private static boolean searches(Expr test) {
        boolean[] found = new boolean[1];
        FieldsRead.walk(
                test,
                part -> found[0] |= part instanceof Expr.Call
                        || (part instanceof Expr.Binary binary && SEARCHES.contains(binary.operator())));
        return found[0];
    }

    /** A test against earlier facts, which are as many as there are combinations of them: each is a step. */
    private TestItem joined(Expr test, Eval eval, @Nullable Index index, List<Variable<?>> outer) {
        Tested own = new Tested(watched(test, eval), Set.of(context.rule()), context.number(), context.running());
        return new TestItem(context.number() + "#" + count++, own, outer, index);
    }

    private @Nullable Index index(Variable<?> current, List<Variable<?>> outer, Expr test) {
        if (context.watch() != null || !(test instanceof Expr.Binary binary) || binary.operator() != Operator.EQUAL) {
            return null;
        }
        if (outer.size() == 1) {
            return index(current, outer.get(0), binary.left(), binary.right());
        }
        boolean constant = outer.isEmpty()
                && binary.right() instanceof Expr.Constant written
                && written.value() != null
                && hashable(binary.left().type(), binary.right().type());
        if (!constant) {
            return null;
        }
        Eval left = guarded(names.view(current).compile(binary.left()));
        Object value = Objects.requireNonNull(((Expr.Constant) binary.right()).value());
        return PatternDSL.alphaIndexedBy(
                (Class) value.getClass(), Index.ConstraintType.EQUAL, -1, s -> left.on(s, Eval.NOTHING), value);
    }

    /** A hash index when one side reads only this fact and the other only the earlier one. */
    private @Nullable BetaIndex index(Variable<?> current, Variable<?> other, Expr left, Expr right) {
        if (!hashable(left.type(), right.type())) {
            return null;
        }
        RuleNames.View mine = names.view(current);
        Eval own = guarded(mine.compile(left));
        RuleNames.View its = names.view(other);
        Eval earlier = readsSelf(right) ? own : guarded(its.compile(right));
        if (mine.outer().isEmpty() && its.outer().isEmpty() && !readsSelf(right)) {
            return PatternDSL.betaIndexedBy(
                    (Class) Object.class,
                    Index.ConstraintType.EQUAL,
                    0,
                    s -> own.on(s, Eval.NOTHING),
                    a -> earlier.on(a, Eval.NOTHING),
                    Object.class);
        }
        return !mine.outer().isEmpty() && !readsSelf(left) && ofOneFact(current, right)
                ? index(current, other, right, left)
                : null;
    }

    /** Whether it reads no fact but this one; where both sides read the earlier fact nothing can be indexed. */
    private boolean ofOneFact(Variable<?> current, Expr expr) {
        RuleNames.View view = names.view(current);
        view.compile(expr);
        return view.outer().isEmpty();
    }

    public static boolean readsSelf(Expr expr) {
        boolean[] found = new boolean[1];
        FieldsRead.walk(expr, part -> found[0] |= part instanceof Expr.Self);
        return found[0];
    }

    public static boolean hashable(Type a, Type b) {
        return a.equals(b) && a != Type.Simple.DECIMAL && a != Type.Simple.NULL;
    }

    /** The same, naming the rule when it fails. */
    public Eval guarded(Eval eval) {
        return guarded(eval, Set.of(context.rule()));
    }

    private static Eval guarded(Eval eval, Set<String> rules) {
        return (self, outer) -> {
            try {
                return eval.on(self, outer);
            } catch (RuntimeException e) {
                throw new RuleFault(rules, e);
            }
        };
    }

    private Eval watched(Expr test, Eval eval) {
        ConditionWatch told = context.watch();
        return told == null
                ? eval
                : (self, outer) -> {
                    Object value = eval.on(self, outer);
                    told.tested(context.rule(), test, Boolean.TRUE.equals(value));
                    return value;
                };
    }
}
