package milepost.facts;

import org.jspecify.annotations.Nullable;

/**
 * One link of the roadmap's chain.
 *
 * @param position counts from 1 at the beginning of the chain
 * @param previous name of the stage before it, null at the beginning
 * @param next name of the stage after it, null at the end
 */
public record Stage(
        String name,
        int position,
        @Nullable String previous,
        @Nullable String next) {}
