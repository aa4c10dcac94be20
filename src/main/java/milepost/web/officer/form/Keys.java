package milepost.web.officer.form;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import milepost.facts.Recorded;

/** Keys for new facts that nobody needs to type, and the version mark that an edit carries. */
public final class Keys {
    private static final int LONGEST = 40;

    /** Stands in addresses for something that does not exist yet, so nothing can have it for a key. */
    public static final String NEW = "new";

    private Keys() {}

    /** A key made of the words of a text, with a number behind it when it is taken. */
    public static String fresh(String text, Collection<String> taken) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String words = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = words.isEmpty() ? "item" : words.substring(0, Math.min(LONGEST, words.length()));
        String key = base.replaceAll("-$", "");
        String free = key;
        for (int i = 2; taken.contains(free) || free.equals(NEW); i++) {
            free = key + "-" + i;
        }
        return free;
    }

    /** Only the version counts in an edit; time and name are the store's to set. */
    public static Recorded version(long version) {
        return new Recorded(version, Instant.EPOCH, "");
    }
}
