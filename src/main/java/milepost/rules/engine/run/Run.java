package milepost.rules.engine.run;

import java.util.List;

/** What the tests and functions of one run share: the budget it uses up, and the order of its facts. */
public record Run(Meter meter, FactOrder order) {
    public Run(Budget budget, List<String> rules, List<Object> facts) {
        this(new Meter(budget, rules), new FactOrder(facts));
    }
}
