package milepost.flags.store;

import milepost.flags.life.FlagEvent;

/**
 * A transition with the flag it happened to.
 *
 * @param subject key of what the flag is about
 */
public record FlagNews(String roadmap, String subject, FlagEvent event) {}
