package milepost.news.outbox;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message did not get through; the sentence says why and holds no secret. */
public final class Undeliverable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is to become of it. */
    public enum Hope {
        /** It may get through later. */
        LATER,
        /** It never will: it is given up at once. */
        NEVER,
        /** Nothing will get through to this address: the subscription stops until its person lets it go on. */
        GONE
    }

    private final Hope hope;
    private final @Nullable Duration wait;

    public Undeliverable(Hope hope, String sentence) {
        this(hope, sentence, null);
    }

    private Undeliverable(Hope hope, String sentence, @Nullable Duration wait) {
        super(sentence);
        this.hope = hope;
        this.wait = wait;
    }

    /** It may get through later, and the other side wants nothing at all before. */
    public static Undeliverable after(Duration wait, String sentence) {
        return new Undeliverable(Hope.LATER, sentence, wait);
    }

    public Hope hope() {
        return hope;
    }

    /** How long the other side asked to be left in peace. */
    public Optional<Duration> findWait() {
        return Optional.ofNullable(wait);
    }
}
