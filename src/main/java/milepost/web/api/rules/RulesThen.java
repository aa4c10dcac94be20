package milepost.web.api.rules;

import java.time.Instant;
import java.time.ZoneOffset;
import milepost.rules.Ruleset;
import milepost.rules.book.InForce;
import milepost.web.api.http.Asked;
import milepost.web.api.http.Paging;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules that are asked for: those in use, or those that were published by an instant.
 *
 * @param until the instant, null for the rules in use
 * @param early why there are none, null when some had been published by then
 */
record RulesThen(
        Ruleset ruleset,
        long number,
        @Nullable Instant until,
        @Nullable String early) {

    /** What the query asks for; the days of rules end in UTC. */
    static RulesThen of(Parts parts, Parameters query) {
        Asked asked = Asked.of(query, parts.clock().instant());
        if (!asked.any()) {
            var current = parts.workbench().book().current();
            return new RulesThen(parts.ruleset().get(), current.number(), null, null);
        }
        Instant until = asked.until(ZoneOffset.UTC);
        InForce then = parts.workbench().book().inForce(until);
        return then.later()
                ? new RulesThen(then.ruleset(), 0, until, "No rules had been published by " + until + ".")
                : new RulesThen(then.ruleset(), then.number(), until, null);
    }

    boolean now() {
        return until == null;
    }

    /** The list, or in its place an empty one that says why. */
    ObjectNode list(ObjectNode page) {
        return early == null ? page : Paging.none(early);
    }
}
