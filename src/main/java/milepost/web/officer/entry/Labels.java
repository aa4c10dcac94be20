package milepost.web.officer.entry;

import java.util.Map;
import milepost.web.layout.Words;

/** What the fields of the short forms are called, where the name alone would not say it. */
final class Labels {
    private static final Map<String, String> SPECIAL = Map.of(
            "source/title", "Title of the source",
            "source/url", "Address of the source",
            "source/quote", "Quote",
            "directive/title", "Title of the directive",
            "directive/url", "Address of the directive",
            "directive/quote", "Quote of the directive",
            "from", "In force from",
            "to", "In force to",
            "targets", "Against",
            "zone", "Time zone");

    private Labels() {}

    static String of(String field) {
        return SPECIAL.getOrDefault(field, Words.sentence(Words.spaced(field)));
    }
}
