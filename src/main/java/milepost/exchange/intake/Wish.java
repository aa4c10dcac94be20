package milepost.exchange.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import milepost.exchange.intake.heading.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants of an import.
 *
 * @param roadmap key; one that does not exist is made
 * @param title of a roadmap that is made; null for its key
 * @param home of a roadmap that is made; null for ZZ, not stated
 * @param asOf the day the file speaks of; null when it is for today
 * @param profile meanings by heading, empty for guesses alone
 * @param meanings of all columns in order; empty for what the profile says or is guessed
 * @param same rows that are about a milestone of another name, with its key
 * @param strict whether a cell that cannot be read stops the import
 * @param reason why, as the person says; null when nothing was said
 */
public record Wish(
        String roadmap,
        @Nullable String title,
        @Nullable String home,
        @Nullable LocalDate asOf,
        Map<String, Meaning> profile,
        List<Meaning> meanings,
        Map<Integer, String> same,
        boolean strict,
        @Nullable String reason) {

    /** A wish without a reason. */
    public Wish(
            String roadmap,
            @Nullable String title,
            @Nullable String home,
            @Nullable LocalDate asOf,
            Map<String, Meaning> profile,
            List<Meaning> meanings,
            Map<Integer, String> same,
            boolean strict) {
        this(roadmap, title, home, asOf, profile, meanings, same, strict, null);
    }

    public static Wish of(String roadmap, @Nullable LocalDate asOf) {
        return new Wish(roadmap, null, null, asOf, Map.of(), List.of(), Map.of(), false);
    }

    public Wish with(Map<String, Meaning> known) {
        return new Wish(roadmap, title, home, asOf, known, meanings, same, strict, reason);
    }

    public Wish with(List<Meaning> told) {
        return new Wish(roadmap, title, home, asOf, profile, told, same, strict, reason);
    }

    public Wish same(Map<Integer, String> recognised) {
        return new Wish(roadmap, title, home, asOf, profile, meanings, recognised, strict, reason);
    }

    /** The same with what the person says about why; blank for nothing. */
    public Wish because(@Nullable String said) {
        String text = said == null || said.isBlank() ? null : said.strip();
        return new Wish(roadmap, title, home, asOf, profile, meanings, same, strict, text);
    }
}
