package milepost.web;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import milepost.access.member.Rights;
import milepost.facts.Problem;
import milepost.flags.life.Flag;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/**
 * Which roadmap a request is about, told by the pattern of its route: the one named after {@code /roadmaps/}, or that of the flag
 * named after {@code /flags/}. A route of another form that reads one roadmap has to check for itself.
 */
final class Concern {
    private static final Pattern ROADMAP = Pattern.compile("(?:/api/v1)?/roadmaps/[{](key|roadmap)[}].*");
    private static final Pattern FLAG = Pattern.compile("(?:/api/v1)?/flags/[{]id[}].*");

    /** The one route on which the roadmap that is named need not be there yet. */
    private static final String MAKES = "/api/v1/roadmaps/{roadmap}/import";

    private final Parts parts;

    Concern(Parts parts) {
        this.parts = parts;
    }

    /**
     * The key of the roadmap; empty when the route is about none, or about several.
     *
     * @throws Problem NOT_FOUND in the same words when it is not there and when it does not exist for whoever asks
     */
    Optional<String> findRoadmap(Context ctx, Rights rights) {
        String route = Objects.requireNonNull(ctx.endpoints().matchedHttpEndpoint()).path;
        var named = ROADMAP.matcher(route);
        if (named.matches()) {
            String key = ctx.pathParam(named.group(1));
            if (route.equals(MAKES) && rights.mayRead(key) && !parts.roadmaps().exists(key)) {
                return Optional.empty();
            }
            return Optional.of(seen(rights, parts.roadmaps().exists(key) ? key : null, "There is no such roadmap."));
        }
        if (FLAG.matcher(route).matches()) {
            String id = ctx.pathParam("id");
            return Optional.of(seen(rights, ofFlag(id), "There is no flag " + id + "."));
        }
        return Optional.empty();
    }

    private static String seen(Rights rights, @Nullable String roadmap, String otherwise) {
        if (roadmap == null || !rights.mayRead(roadmap)) {
            throw new Problem(Problem.Kind.NOT_FOUND, otherwise);
        }
        return roadmap;
    }

    private @Nullable String ofFlag(String id) {
        return id.matches("[0-9]{1,18}")
                ? parts.flags()
                        .findAnyFlag(Long.parseLong(id))
                        .map(Flag::roadmap)
                        .orElse(null)
                : null;
    }
}
