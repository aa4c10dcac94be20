package milepost.rules.engine.value;

import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import milepost.rules.engine.run.Run;
import milepost.rules.language.Condition;
import org.drools.base.reteoo.BaseTuple;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * One function of an accumulate, with the numbers of the rule language; empty values are passed over. Values count in the order of
 * their facts in the snapshot, so that a list, or a sum of rounded numbers, is the same however the engine came to it.
 */
public final class FoldFunction implements AccumulateFunction<ArrayList<FoldFunction.Found>> {

    /** A value and the fact, or the facts that were joined, it was read from. */
    record Found(Object from, Object value) {}

    /** Of what is only counted nothing is kept. */
    private static final Found COUNTED = new Found("", "");

    private final Condition.Function function;
    private final UnaryOperator<@Nullable Object> argument;
    private final ThreadLocal<@Nullable Run> running;

    /**
     * @param argument reads from a fact what is to be gathered
     * @param running the run that the current thread is in
     */
    public FoldFunction(
            Condition.Function function, UnaryOperator<@Nullable Object> argument, ThreadLocal<@Nullable Run> running) {
        this.function = function;
        this.argument = argument;
        this.running = running;
    }

    @Override
    public ArrayList<Found> createContext() {
        return new ArrayList<>();
    }

    @Override
    public void init(ArrayList<Found> found) {
        found.clear();
    }

    @Override
    public void accumulate(ArrayList<Found> found, Object fact) {
        Object value = argument.apply(fact);
        if (value != null && function == Condition.Function.COUNT) {
            found.add(COUNTED);
        } else if (value != null) {
            found.add(new Found(fact instanceof BaseTuple tuple ? tuple.toObjects() : fact, value));
        }
    }

    @Override
    public void reverse(ArrayList<Found> found, Object fact) {
        if (function != Condition.Function.COUNT) {
            Object from = fact instanceof BaseTuple tuple ? tuple.toObjects() : fact;
            found.removeIf(known -> same(known.from(), from));
        } else if (argument.apply(fact) != null) {
            found.remove(found.size() - 1);
        }
    }

    private static boolean same(Object one, Object other) {
        if (!(one instanceof Object[] some && other instanceof Object[] others)) {
            return one == other;
        }
        boolean same = some.length == others.length;
        for (int i = 0; same && i < some.length; i++) {
            same = some[i] == others[i];
        }
        return same;
    }

    @Override
    public boolean supportsReverse() {
        return true;
    }

    @Override
    public Class<?> getResultType() {
        return Object.class;
    }

    /** Count and sum of nothing are 0, collections of nothing are empty, the rest of nothing has no result. */
    @Override
    @SuppressWarnings("NullAway")
    public Object getResult(ArrayList<Found> found) {
        List<Object> values = function == Condition.Function.COUNT ? List.of() : inOrder(found);
        return switch (function) {
            case COUNT -> (long) found.size();
            case SUM -> sum(values);
            case AVERAGE ->
                values.isEmpty()
                        ? null
                        : Values.decimal(sum(values)).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            case MIN -> values.stream().min(Values::compare).orElse(null);
            case MAX -> values.stream().max(Values::compare).orElse(null);
            case COLLECT_LIST -> List.copyOf(values);
            case COLLECT_SET -> List.copyOf(new LinkedHashSet<>(values));
        };
    }

    private List<Object> inOrder(ArrayList<Found> found) {
        Run run = running.get();
        if (run != null && found.size() > 1) {
            found.sort(Comparator.comparing(Found::from, run.order()));
        }
        List<Object> values = new ArrayList<>(found.size());
        found.forEach(each -> values.add(each.value()));
        return values;
    }

    private static Object sum(List<Object> values) {
        Object sum = 0L;
        for (Object value : values) {
            Object next = Values.arithmetic(milepost.rules.language.Operator.PLUS, sum, value);
            sum = next == null ? sum : next;
        }
        return sum;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws NotSerializableException {
        throw new NotSerializableException("rules are kept as text");
    }

    @Override
    public void readExternal(ObjectInput in) throws NotSerializableException {
        throw new NotSerializableException("rules are kept as text");
    }
}
