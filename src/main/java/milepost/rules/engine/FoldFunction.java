package milepost.rules.engine;

import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import milepost.rules.language.Condition;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** One function of an accumulate, with the numbers of the rule language; empty values are passed over. */
public final class FoldFunction implements AccumulateFunction<ArrayList<Object>> {
    private final Condition.Function function;
    private final UnaryOperator<@Nullable Object> argument;

    /**
     * @param argument reads from a fact what is to be gathered
     */
    FoldFunction(Condition.Function function, UnaryOperator<@Nullable Object> argument) {
        this.function = function;
        this.argument = argument;
    }

    @Override
    public ArrayList<Object> createContext() {
        return new ArrayList<>();
    }

    @Override
    public void init(ArrayList<Object> values) {
        values.clear();
    }

    @Override
    public void accumulate(ArrayList<Object> values, @Nullable Object fact) {
        Object value = argument.apply(fact);
        if (value != null) {
            values.add(value);
        }
    }

    @Override
    public void reverse(ArrayList<Object> values, @Nullable Object fact) {
        values.remove(argument.apply(fact));
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
    public Object getResult(ArrayList<Object> values) {
        return switch (function) {
            case COUNT -> (long) values.size();
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
