package milepost.web.api.flags;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import milepost.facts.Evidence;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.foresight.Clearing;
import milepost.roadmap.store.Change;
import milepost.rules.Ruleset;
import milepost.rules.book.InForce;
import milepost.rules.language.RuleInfo;
import milepost.web.api.http.Json;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Why a flag is there: its rule, the values that made it true with who recorded them, and what happened to it. */
final class Explanation {
    private final Parts parts;

    Explanation(Parts parts) {
        this.parts = parts;
    }

    ObjectNode of(Flag flag) {
        ObjectNode json = explained(flag, flag.lastFound(), parts.ruleset().get());
        json.set("clears", clears(flag));
        json.set("history", history(flag, parts.flags().events(flag.id())));
        return json;
    }

    /** The flag as it was at an instant; what would clear it now is not asked. NOT_FOUND when it had not been raised. */
    ObjectNode then(Flag now, Instant at) {
        Flag flag = parts.archive().flag(now, at);
        Instant until = flag.resolvedAt() == null ? at : flag.lastFound();
        ObjectNode json =
                explained(flag, until, parts.archive().rules(flag.roadmap(), at).ruleset());
        json.putArray("clears");
        json.set(
                "history",
                history(
                        flag,
                        parts.flags().events(flag.id()).stream()
                                .filter(e -> !e.at().isAfter(at))
                                .toList()));
        return json;
    }

    private ObjectNode explained(Flag flag, @Nullable Instant until, Ruleset rules) {
        ObjectNode json = FlagJson.of(flag);
        json.set("evidence", evidence(flag, until));
        json.set("explanation", rule(flag, rules));
        return json;
    }

    /** Small edits that clear the flag, each tried on the record as it stands. */
    private ArrayNode clears(Flag flag) {
        Snapshot snapshot = parts.roadmaps().snapshot(flag.roadmap());
        Clearing clearing = new Clearing(
                parts.ruleset().get(),
                snapshot,
                parts.today(snapshot.roadmap().zone()),
                parts.clock().instant());
        ArrayNode list = Json.object().arrayNode();
        clearing.of(flag).forEach(suggestion -> list.add(suggestion.text()));
        return list;
    }

    private ArrayNode evidence(Flag flag, @Nullable Instant until) {
        List<Evidence> values = flag.evidence();
        List<@Nullable Change> origins = parts.roadmaps().chronicle().origins(flag.roadmap(), values, until);
        ArrayNode list = Json.object().arrayNode();
        for (int i = 0; i < values.size(); i++) {
            ObjectNode json = Json.of(values.get(i));
            json.set("setBy", setBy(origins.get(i)));
            if (values.get(i).key() == null && values.get(i).value() == null) {
                json.put("lookedFor", Why.lookedFor(values.get(i)));
            }
            list.add(json);
        }
        return list;
    }

    /** What happened, each with what caused it: the change behind an edit or import, the version behind other rules. */
    private ArrayNode history(Flag flag, List<FlagEvent> events) {
        ArrayNode list = FlagJson.history(events);
        for (int i = 0; i < events.size(); i++) {
            FlagEvent event = events.get(i);
            ObjectNode cause = (ObjectNode) list.get(i).get("cause");
            String ref = Objects.requireNonNullElse(event.cause().ref(), "");
            switch (event.cause().kind()) {
                case EDIT, IMPORT -> cause.set("change", change(flag, ref));
                case RULES -> {
                    Long version = version(event, ref);
                    cause.put("version", version);
                    cause.put("href", version == null ? null : Links.ruleset(version));
                }
                case CLOCK, EXPIRY -> cause.put("href", Links.dayOf(flag, event.cause()));
                case PERSON -> {}
            }
        }
        return list;
    }

    private @Nullable ObjectNode change(Flag flag, String ref) {
        return ref.matches("[0-9]{1,18}")
                ? setBy(parts.roadmaps()
                        .chronicle()
                        .findChange(flag.roadmap(), Long.parseLong(ref))
                        .orElse(null))
                : null;
    }

    private @Nullable Long version(FlagEvent event, String hash) {
        InForce rules = parts.workbench().book().inForce(hash, event.at());
        return rules.number() > 0 && rules.ruleset().version().equals(hash) ? rules.number() : null;
    }

    private static @Nullable ObjectNode setBy(@Nullable Change change) {
        if (change == null) {
            return null;
        }
        ObjectNode json = Json.object()
                .put("change", change.id())
                .put("href", Links.change(change.roadmap(), change.id()))
                .put("at", change.at().toString())
                .put("by", change.actor())
                .put("reason", change.reason());
        json.set("source", change.source() == null ? null : Json.of(change.source()));
        return json;
    }

    /** What these rules say of the flag's rule; only its key when they do not have it. */
    private static ObjectNode rule(Flag flag, Ruleset rules) {
        RuleInfo rule = rules.findRule(flag.rule()).orElse(null);
        ObjectNode json = Json.object().put("rule", flag.rule()).put("ruleset", flag.ruleset());
        json.put("title", rule == null ? null : rule.title());
        json.put("why", rule == null ? null : rule.why());
        json.put("remedy", rule == null ? null : rule.remedy());
        json.put("owner", rule == null ? null : rule.owner());
        return json;
    }
}
