package milepost.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import milepost.db.Database;
import milepost.db.Trail;
import org.jspecify.annotations.Nullable;

/** Reading the audit trail: what people and programs did here. */
public final class AuditTrail {
    private final Database database;
    private volatile Trail.Point proven = Trail.Point.START;

    public AuditTrail(Database database) {
        this.database = database;
    }

    /** Something that was done, by whom, to what. */
    public record Entry(
            long id,
            Instant at,
            String actor,
            String kind,
            @Nullable String roadmap,
            String subject,
            String detail,
            String hash) {}

    /**
     * Which entries are asked for; null for any.
     *
     * @param before only those with a smaller number
     */
    public record Query(
            @Nullable String kind,
            @Nullable String actor,
            @Nullable String roadmap,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before,
            int limit) {}

    /** The kinds of deed there are. */
    public static List<String> kinds() {
        return Arrays.stream(Trail.Kind.values()).map(Trail.Kind::name).toList();
    }

    /** The entries asked for, newest first; none for a kind that does not exist. */
    public List<Entry> list(Query query) {
        if (query.kind() != null && !kinds().contains(query.kind())) {
            return List.of();
        }
        Trail.Query asked = new Trail.Query(
                query.kind() == null ? null : Trail.Kind.valueOf(query.kind()),
                query.actor(),
                query.roadmap(),
                query.from(),
                query.to(),
                query.before(),
                query.limit());
        return database.read(tx -> Trail.list(tx, asked)).stream()
                .map(AuditTrail::entry)
                .toList();
    }

    /** One sentence for each entry that does not follow from the one before it; reads the whole trail. */
    public List<String> problems() {
        return database.read(Trail::problems);
    }

    /**
     * The same for the entries that came since this was asked last, and once for the whole trail after a start. An entry that is
     * changed below what was proven shows in {@link #problems}; one that is taken out there, or added, shows here too.
     */
    public List<String> news() {
        Trail.Point from = proven;
        Trail.Proof proof = database.read(tx -> Trail.prove(tx, from));
        if (proof.problems().isEmpty()) {
            proven = proof.end();
        }
        return proof.problems();
    }

    private static Entry entry(Trail.Row row) {
        Trail.Deed deed = row.deed();
        return new Entry(
                row.id(),
                row.at(),
                deed.actor(),
                deed.kind().name(),
                deed.roadmap(),
                deed.subject(),
                deed.detail(),
                row.chain());
    }
}
