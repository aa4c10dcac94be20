package milepost.facts;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement comes from.
 *
 * @param title what the source is called, such as the directive or the article
 * @param url where it can be read, if anywhere
 * @param quote its own words, if they matter
 */
public record Source(
        String title, @Nullable String url, @Nullable String quote) {}
