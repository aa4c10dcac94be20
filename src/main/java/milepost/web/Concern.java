package milepost.web;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import milepost.facts.Problem;
import milepost.flags.Flag;
import milepost.web.layout.Parts;

/**
 * Which roadmap a request is about, told by the pattern of its route: the one named after {@code /roadmaps/}, or that of the flag
 * named after {@code /flags/}. A route of another form that reads one roadmap has to check for itself.
 */
final class Concern {
    private static final Pattern ROADMAP = Pattern.compile("(?:/api/v1)?/roadmaps/[{](key|roadmap)[}].*");
    private static final Pattern FLAG = Pattern.compile("(?:/api/v1)?/flags/[{]id[}].*");

    private final Parts parts;

    Concern(Parts parts) {
        this.parts = parts;
    }

    /** The key of the roadmap; empty when the route is about none, or about several. */
    Optional<String> findRoadmap(Context ctx) {
        String route = Objects.requireNonNull(ctx.endpoints().matchedHttpEndpoint()).path;
        var named = ROADMAP.matcher(route);
        if (named.matches()) {
            return Optional.of(ctx.pathParam(named.group(1)));
        }
        return FLAG.matcher(route).matches() ? ofFlag(ctx.pathParam("id")) : Optional.empty();
    }

    /** Whether there is such a roadmap, for anybody. */
    boolean exists(String roadmap) {
        return parts.roadmaps().exists(roadmap);
    }

    /** What is said of a roadmap that is not there, and of one that this person shall not know of. */
    static Problem none() {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no such roadmap.");
    }

    private Optional<String> ofFlag(String id) {
        return id.matches("[0-9]{1,18}")
                ? parts.flags().findAnyFlag(Long.parseLong(id)).map(Flag::roadmap)
                : Optional.empty();
    }
}
