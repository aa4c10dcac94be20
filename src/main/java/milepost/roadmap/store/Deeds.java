package milepost.roadmap.store;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.db.Digest;
import milepost.db.Trail;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.FactKind;

/** What the audit trail says of a change of facts. */
public final class Deeds {
    private static final int NAMED = 5;

    private Deeds() {}

    /** @param stored what the change stored of each fact, in the order it was stored */
    public static Trail.Deed of(Change change, String kind, Edits.Result result, List<String> stored) {
        List<String> names = Stream.concat(
                        result.puts().stream().map(fact -> name(FactKind.of(fact.getClass()), FactKind.key(fact))),
                        result.gone().stream().map(gone -> name(gone.kind(), gone.key()) + " removed"))
                .toList();
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return new Trail.Deed(
                kind.equals("IMPORT") ? Trail.Kind.IMPORT : Trail.Kind.CHANGE,
                change.actor(),
                change.roadmap(),
                names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more,
                change.reason() == null ? "" : change.reason(),
                String.valueOf(change.id()),
                digest(stored));
    }

    /** The hash of the facts that a change stored. */
    static String digest(List<String> stored) {
        Digest digest = new Digest();
        stored.forEach(digest::add);
        return digest.hex();
    }

    /** A fact as the digest counts it. */
    static String stored(FactKind kind, String key, long version, String body) {
        return kind.name() + " " + key + " " + version + " " + body;
    }

    private static String name(FactKind kind, String key) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + key;
    }
}
