package milepost.rules.language.vocabulary;

import java.util.Map;
import milepost.rules.language.FactType;

/**
 * What can follow the dot after a value of some type.
 *
 * @param properties as read in conditions: {@code due.last.year}
 * @param getters the same as called without arguments: {@code due().last().getYear()}
 * @param methods that take arguments or make a new value
 */
public record Members(
        Map<String, FactType.Property> properties,
        Map<String, FactType.Property> getters,
        Map<String, FactType.Method> methods) {

    static final Members NONE = new Members(Map.of(), Map.of(), Map.of());
}
