package milepost.facts;

import org.jspecify.annotations.Nullable;

/**
 * One value that made a finding true.
 *
 * @param fact the kind of fact, such as {@code Milestone}
 * @param key which one, null where the rule asked for the absence of a fact
 * @param field the field that was read, as the rule writes it; for an absence the conditions that nothing met
 * @param value its value as text, null when the field was empty or there was no such fact
 */
public record Evidence(
        String fact,
        @Nullable String key,
        String field,
        @Nullable String value) {}
