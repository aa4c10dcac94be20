package milepost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import milepost.facts.Problem;
import milepost.facts.Reach;
import milepost.facts.Snapshot;
import milepost.roadmap.Archive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two times of a command: the day that is looked at, and the instant whose record is read. */
final class TwoTimes {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day that is looked at. Default: that of --known-at, else today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "What was recorded then, with the rules in use then unless others are named. Default: now.")
    private @Nullable Instant knownAt;

    /** The instant whose record is read; null for now. INVALID when it has not come yet. */
    @Nullable Instant knownAt(Instant now) {
        if (knownAt != null && knownAt.isAfter(now)) {
            throw new Problem(Problem.Kind.INVALID, "Nothing is known of " + knownAt + " yet; --as-of looks ahead.");
        }
        return knownAt;
    }

    /** The day that is looked at. */
    LocalDate day(ZoneId zone, Instant now) {
        Instant moment = knownAt == null ? now : knownAt;
        return asOf != null ? asOf : moment.atZone(zone).toLocalDate();
    }

    /** Up to when what is only recorded counts: --known-at, else the end of the day --as-of; null for now. */
    @Nullable Instant until(ZoneId zone, Instant now) {
        Instant known = knownAt(now);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (known != null || asOf == null || asOf.equals(today)) {
            return known;
        }
        if (asOf.isAfter(today)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "Nothing is recorded of " + asOf + " yet; give a day of the past as --as-of.");
        }
        return Archive.endOf(asOf, zone);
    }

    /** A roadmap as it is recorded, or was; NOT_FOUND with a sentence when there is none, or was none yet. */
    static Snapshot snapshot(App app, String key, @Nullable Instant known) {
        return app.roadmaps().findSnapshot(key, known).orElseThrow(() -> none(app, key, known));
    }

    private static Problem none(App app, String key, @Nullable Instant known) {
        return known != null && app.roadmaps().keys(Reach.EVERYTHING).contains(key)
                ? app.archive().unknown(key, known)
                : new Problem(Problem.Kind.NOT_FOUND, "There is no roadmap " + key + ".");
    }
}
