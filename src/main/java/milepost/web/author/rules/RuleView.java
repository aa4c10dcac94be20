package milepost.web.author.rules;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.flags.store.RuleInsight;
import milepost.rules.RuleTimes;
import milepost.rules.book.Examples;
import milepost.rules.book.FileDiff;
import milepost.rules.book.RuleChange;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a rule prints.
 *
 * @param conditions what must be so for it to report
 * @param flags the flags it holds up now, at most as many as the page shows
 * @param examples its cases with their results
 * @param cases the text of its case file, empty when it has none
 * @param changes the publications that changed it, newest first
 * @param diffs what each of them did, on the tab of versions only
 */
public record RuleView(
        RuleRow row,
        Tab tab,
        RuleConditions conditions,
        List<Hit> flags,
        Fared fared,
        List<Examples.Example> examples,
        String cases,
        List<RuleChange> changes,
        List<FileDiff> diffs) {

    /** A part of the page. */
    public enum Tab {
        EXPLANATION,
        SOURCE,
        CASES,
        VERSIONS;

        static Tab of(@Nullable String asked) {
            for (Tab tab : values()) {
                if (tab.word().equals(asked)) {
                    return tab;
                }
            }
            return EXPLANATION;
        }

        /** As it stands in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a rule has fared.
     *
     * @param time null before its first sample
     * @param reviewDue whether the day of its review has passed
     */
    public record Fared(RuleInsight insight, RuleTimes.@Nullable Time time, boolean reviewDue) {

        /** {@code 12 µs}, {@code 3.4 ms}. */
        public String average() {
            if (time == null) {
                return "Not sampled yet";
            }
            double micros = time.average().toNanos() / 1_000.0;
            return micros < 1_000
                    ? String.format(Locale.ROOT, "%.0f µs", micros)
                    : String.format(Locale.ROOT, "%.1f ms", micros / 1_000);
        }
    }

    /** One flag. */
    public record Hit(Severity severity, String message, String href, String subject, long days) {
        static Hit of(Flag flag, Subjects subjects) {
            return new Hit(
                    flag.severity(),
                    flag.message(),
                    Links.flag(flag.id()),
                    subjects.name(flag),
                    ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)));
        }
    }

    public RuleInfo rule() {
        return row.rule();
    }

    /** How often it reported. */
    public RuleInsight insight() {
        return fared.insight();
    }

    /** Its category in words. */
    public String folder() {
        return Words.sentence(row.folder());
    }

    /** The whole rule as written, line by line. */
    public List<List<RuleText.Piece>> text() {
        return RuleText.lines(rule().text());
    }

    /** Where a part of the page is. */
    public String at(Tab part) {
        return row.href() + (part == Tab.EXPLANATION ? "" : "?tab=" + part.word());
    }

    /** The day of a publication, in words. */
    public static String day(RuleChange change) {
        return Words.day(change.at().atZone(ZoneOffset.UTC).toLocalDate());
    }
}
