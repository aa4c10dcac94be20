package milepost.news.outbox;

/** A message did not get through; the sentence says why and holds no secret. */
public final class Undeliverable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is to become of it. */
    public enum Hope {
        /** It may get through later. */
        LATER,
        /** It never will: it is given up at once. */
        NEVER,
        /** The other side is gone and wants nothing more: the subscription ends. */
        GONE
    }

    private final Hope hope;

    public Undeliverable(Hope hope, String sentence) {
        super(sentence);
        this.hope = hope;
    }

    public Hope hope() {
        return hope;
    }
}
