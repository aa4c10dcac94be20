package milepost.web.layout;

import org.jspecify.annotations.Nullable;

/** One step of the way to a page; without an address it is the page's own group. */
public record Crumb(String text, @Nullable String href) {}
