package milepost.web.layout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import milepost.facts.Confidence;
import milepost.facts.Severity;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;

/** How the pages say dates, spans and the names of things. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

    private Words() {}

    /** {@code 1 Dec 2025}. */
    public static String day(LocalDate day) {
        return english(DAY.format(day));
    }

    /** {@code 1 Dec}, where the year is clear. */
    public static String dayMonth(LocalDate day) {
        return english(DAY_MONTH.format(day) + " ").strip();
    }

    /** {@code Fri 21 Nov}. */
    public static String weekday(LocalDate day) {
        return english(WEEKDAY.format(day) + " ").strip();
    }

    /** {@code 1 December 2025}, for running text. */
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** In the precision it was promised in: {@code 1 Dec 2025}, {@code Sep 2026}, {@code Q3 2026} or {@code 2026}. */
    public static String date(TargetDate date) {
        return switch (date.precision()) {
            case DAY -> day(date.last());
            case MONTH -> english(MONTH.format(date.last()));
            case QUARTER ->
                "Q" + date.last().get(IsoFields.QUARTER_OF_YEAR) + " "
                        + date.last().getYear();
            case YEAR -> String.valueOf(date.last().getYear());
        };
    }

    /** {@code 24 Nov 2025, 09:14} in that zone. */
    public static String time(Instant instant, ZoneId zone) {
        return english(TIME.format(instant.atZone(zone)));
    }

    /** {@code in 7 days}, {@code today}, {@code 357 days ago}. */
    public static String relative(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        return days > 0 ? "in " + count(days, "day") : count(-days, "day") + " ago";
    }

    /** {@code 1 flag}, {@code 2 flags}. */
    public static String count(long number, String thing) {
        return number + " " + (number == 1 ? thing : thing + "s");
    }

    public static String severity(Severity severity) {
        return sentence(severity.name());
    }

    /** {@code Amber/Red}. */
    public static String confidence(Confidence level) {
        String[] parts = level.name().split("_", -1);
        return Arrays.stream(parts).map(Words::sentence).collect(Collectors.joining("/"));
    }

    public static String status(Status status) {
        return sentence(status.name());
    }

    /** What stands in the state column: what the rules say, then what people have decided. */
    public static String state(Flag flag) {
        if (flag.shadow() && flag.state() != FlagState.RESOLVED) {
            return "In shadow";
        }
        if (flag.state() != FlagState.ACTIVE) {
            return sentence(flag.state().name());
        }
        return switch (flag.triage()) {
            case UNTRIAGED -> "Open";
            case ACKNOWLEDGED -> "Acknowledged";
            case ACCEPTED -> flag.until() == null ? "Accepted" : "Accepted until " + day(flag.until());
            case FALSE_POSITIVE -> "False positive";
        };
    }

    /** {@code IN_PROGRESS} as {@code In progress}. */
    public static String sentence(String constant) {
        return capital(constant.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' '));
    }

    /** What somebody wrote, with a capital letter at its beginning. */
    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@code completedOn} as {@code completed on}. */
    public static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Locale data says Sept where every other month has three letters. */
    private static String english(String text) {
        return text.replace("Sept ", "Sep ");
    }
}
