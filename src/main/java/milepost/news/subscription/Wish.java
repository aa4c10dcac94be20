package milepost.news.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription as somebody asks for it, before it is checked; all as text, null or empty for what is left open. */
public record Wish(
        @Nullable String channel,
        @Nullable String target,
        @Nullable String roadmap,
        @Nullable String severity,
        @Nullable String rule,
        @Nullable String owner,
        List<String> occasions,
        When when) {

    /** When it is to be told. */
    public record When(
            @Nullable String rhythm,
            @Nullable String hour,
            @Nullable String day,
            @Nullable String zone,
            @Nullable String quietFrom,
            @Nullable String quietUntil) {
        /** At once, whatever the hour. */
        public static final When AT_ONCE = new When("INSTANT", null, null, null, null, null);
    }
}
