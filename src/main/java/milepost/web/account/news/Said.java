package milepost.web.account.news;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import milepost.facts.Severity;
import milepost.news.outbox.Delivery;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Filter;
import milepost.news.subscription.MailAddress;
import milepost.news.subscription.Rhythm;
import milepost.news.subscription.Subscription;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** Subscriptions in words. */
final class Said {
    private Said() {}

    static NotificationsView.Row row(Subscription subscription, Optional<MailAddress> asked, Optional<Delivery> last) {
        return new NotificationsView.Row(
                subscription.id(),
                what(subscription.filter()),
                subscription.filter().occasions().stream()
                        .sorted()
                        .map(occasion -> occasion.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                (subscription.channel() == Channel.MAIL ? "Mail to " : "Webhook to ") + subscription.target(),
                when(subscription.rhythm()),
                state(subscription),
                why(subscription, asked),
                Act.of(subscription.state()),
                last.map(delivery -> last(delivery, subscription.rhythm())).orElse(null));
    }

    private static String state(Subscription subscription) {
        return switch (subscription.state()) {
            case ACTIVE -> "";
            case UNCONFIRMED -> "Not confirmed";
            case PAUSED, STOPPED, ENDED -> Words.sentence(subscription.state().name());
        };
    }

    private static @Nullable String why(Subscription subscription, Optional<MailAddress> asked) {
        if (subscription.state() != Subscription.State.UNCONFIRMED) {
            return subscription.why();
        }
        Instant until = asked.map(MailAddress::expiresAt).orElse(null);
        return "Nothing is sent until the owner of the address says yes, by the link in a mail "
                + (until == null
                        ? "that is on its way."
                        : "that is good until "
                                + Words.time(until, subscription.rhythm().zone()) + ".");
    }

    static String what(Filter filter) {
        String severity = filter.severity() == Severity.LOW
                ? "All flags"
                : Words.severity(filter.severity())
                        + (filter.severity() == Severity.CRITICAL ? " flags" : " flags and worse");
        return severity
                + (filter.roadmap() == null ? " of every roadmap" : " of " + filter.roadmap())
                + (filter.rule() == null ? "" : ", rule " + filter.rule())
                + (filter.owner() == null ? "" : ", owner " + filter.owner());
    }

    private static String when(Rhythm rhythm) {
        Rhythm.Quiet quiet = rhythm.quiet();
        return switch (rhythm.kind()) {
            case INSTANT ->
                "At once"
                        + (quiet == null
                                ? ""
                                : ", quiet from " + quiet.from() + ":00 to " + quiet.until() + ":00 " + rhythm.zone());
            case DAILY -> "Daily at " + rhythm.hour() + ":00 " + rhythm.zone();
            case WEEKLY -> Words.sentence(rhythm.day().name()) + "s at " + rhythm.hour() + ":00 " + rhythm.zone();
        };
    }

    private static String last(Delivery delivery, Rhythm rhythm) {
        String thing = delivery.test() ? "Test" : delivery.asks() ? "Question" : "Message";
        String at = Words.time(delivery.endedAt() == null ? delivery.createdAt() : delivery.endedAt(), rhythm.zone());
        return switch (delivery.state()) {
            case SENT -> thing + " arrived " + at;
            case DEAD -> thing + " given up " + at + reason(delivery.error());
            case CANCELLED -> thing + " not sent" + reason(delivery.error());
            case WAITING, SENDING ->
                delivery.attempts() == 0
                        ? thing + " on its way"
                        : thing + " tried " + Words.count(delivery.attempts(), "time") + reason(delivery.error());
        };
    }

    private static String reason(@Nullable String error) {
        return error == null ? "" : ": " + error;
    }
}
