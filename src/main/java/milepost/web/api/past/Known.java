package milepost.web.api.past;

import java.time.Instant;
import java.time.ZoneId;
import milepost.roadmap.Past;
import milepost.web.api.http.Asked;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Up to when the record of a roadmap counts in an answer.
 *
 * @param until the instant, null for everything that is recorded
 * @param early why there is nothing to show, null when something had been recorded by then
 */
record Known(ZoneId zone, @Nullable Instant until, @Nullable String early) {

    /** What the query asks for; NOT_FOUND when there never was such a roadmap. */
    static Known of(Parts parts, String roadmap, Parameters query) {
        Asked asked = Asked.of(query, parts.clock().instant());
        ZoneId zone = parts.roadmaps().snapshot(roadmap).roadmap().zone();
        if (!asked.any()) {
            return new Known(zone, null, null);
        }
        Instant until = asked.until(zone);
        boolean early = until.isBefore(parts.roadmaps().first(roadmap));
        String sentence = String.valueOf(parts.archive().unknown(roadmap, until).getMessage());
        return new Known(zone, until, early ? sentence : null);
    }

    /** The use cases of looking back, up to then. */
    Past past(Parts parts) {
        Past past = parts.roadmaps().past();
        return until == null ? past : past.known(until);
    }

    /** The list, or in its place an empty one that says why. */
    ObjectNode list(ObjectNode page) {
        return early == null ? page : Paging.none(early);
    }
}
