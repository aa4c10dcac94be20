package milepost.news.subscription;

import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import milepost.facts.Problem;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** Makes a subscription of what somebody asks for, or says of each field why that cannot be. */
final class WishChecks {
    private static final int LONGEST = 500;
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final List<Problem.FieldError> errors = new ArrayList<>();
    private final Ways ways;

    private WishChecks(Ways ways) {
        this.ways = ways;
    }

    /** What was asked for, checked. */
    record Checked(Channel channel, String target, Filter filter, Rhythm rhythm) {}

    /** INVALID with every field that is wrong. */
    static Checked check(Wish wish, Ways ways) {
        return new WishChecks(ways).checked(wish);
    }

    private Checked checked(Wish wish) {
        Channel channel = one("channel", Channel.class, wish.channel(), null, "Choose mail or webhook.");
        if (channel == Channel.MAIL && !ways.sends(Channel.MAIL)) {
            error("channel", "This server sends no mail: its administrator has named no mail server.");
        }
        String target = wish.target() == null ? "" : wish.target().strip();
        if (channel != null) {
            target(channel, target);
        }
        Severity severity = one(
                "severity",
                Severity.class,
                wish.severity(),
                Severity.LOW,
                "Choose low, medium, high or critical as the least bad.");
        Filter filter = new Filter(
                text("roadmap", wish.roadmap()),
                severity == null ? Severity.LOW : severity,
                text("rule", wish.rule()),
                text("owner", wish.owner()),
                occasions(wish.occasions()));
        Rhythm rhythm = rhythm(wish.when());
        if (!errors.isEmpty() || channel == null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    errors.size() == 1 ? errors.get(0).message() : errors.size() + " fields need another value.",
                    errors);
        }
        return new Checked(channel, target, filter, rhythm);
    }

    private void target(Channel channel, String target) {
        if (target.length() > LONGEST) {
            error("target", "An address has at most " + LONGEST + " characters.");
        } else if (channel == Channel.MAIL
                && !target.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)*")) {
            error("target", "Write one mail address, such as officer@example.org.");
        } else if (channel == Channel.WEBHOOK && !webhook(target)) {
            error(
                    "target",
                    "Write the address of a program that begins with https:// or http://: no name or password before its host,"
                            + " numbers of a host as 192.0.2.1, international names as xn--..., nothing behind #.");
        } else {
            ways.findRefusal(channel, target).ifPresent(why -> error("target", why));
        }
    }

    private static boolean webhook(String target) {
        try {
            URI uri = URI.create(target);
            return uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && !uri.getHost().contains("%")
                    && written(uri.getHost())
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535
                    && target.chars().allMatch(c -> c > ' ' && c < 127);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Numbers are written as four or not at all: other spellings of them mislead whoever reads the list. */
    private static boolean written(String host) {
        boolean number = host.matches("(.*[.])?([0-9]+|0[xX][0-9a-fA-F]*)[.]?");
        return !number || host.matches("((0|[1-9][0-9]{0,2})([.](?!$)|$)){4}");
    }

    private Set<Occasion> occasions(List<String> names) {
        Set<Occasion> occasions = EnumSet.noneOf(Occasion.class);
        for (String name : names) {
            Occasion occasion = one(
                    "occasions", Occasion.class, name, null, "Choose among raised, cleared, escalated and returned.");
            if (occasion != null) {
                occasions.add(occasion);
            }
        }
        if (names.isEmpty()) {
            error("occasions", "Choose at least one of raised, cleared, escalated and returned.");
        }
        return occasions;
    }

    private Rhythm rhythm(Wish.When when) {
        Rhythm.Kind kind = one(
                "rhythm", Rhythm.Kind.class, when.rhythm(), Rhythm.Kind.INSTANT, "Choose instant, daily or weekly.");
        DayOfWeek day = one("day", DayOfWeek.class, when.day(), DayOfWeek.MONDAY, "Choose a day of the week.");
        Integer hour = hour("hour", when.hour());
        return new Rhythm(
                kind == null ? Rhythm.Kind.INSTANT : kind,
                hour == null ? 8 : hour,
                day == null ? DayOfWeek.MONDAY : day,
                zone(when.zone()),
                quiet(when));
    }

    private Rhythm.@Nullable Quiet quiet(Wish.When when) {
        Integer from = hour("quietFrom", when.quietFrom());
        Integer until = hour("quietUntil", when.quietUntil());
        if (from == null && until == null) {
            return null;
        }
        if (from == null || until == null || from.equals(until)) {
            error("quietUntil", "Quiet hours need a first hour and another hour at which they end.");
            return null;
        }
        return new Rhythm.Quiet(from, until);
    }

    private @Nullable Integer hour(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("[01]?[0-9]|2[0-3]")) {
            error(field, "Write an hour from 0 to 23.");
            return null;
        }
        return Integer.valueOf(typed.strip());
    }

    private ZoneId zone(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? UTC : ZoneId.of(typed.strip());
        } catch (DateTimeException e) {
            error("zone", "There is no zone of this name; write one such as Europe/Moscow or UTC.");
            return UTC;
        }
    }

    private @Nullable String text(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.strip().length() > LONGEST) {
            error(field, "This takes at most " + LONGEST + " characters.");
        }
        return typed.strip();
    }

    private <E extends Enum<E>> @Nullable E one(
            String field, Class<E> type, @Nullable String typed, @Nullable E open, String sentence) {
        if (open != null && (typed == null || typed.isBlank())) {
            return open;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> typed != null && value.name().equalsIgnoreCase(typed.strip()))
                .findFirst()
                .orElseGet(() -> {
                    error(field, sentence);
                    return null;
                });
    }

    private void error(String field, String sentence) {
        errors.add(new Problem.FieldError(field, sentence));
    }
}
