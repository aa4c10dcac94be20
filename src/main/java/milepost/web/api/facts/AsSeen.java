package milepost.web.api.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Finding;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.rules.engine.Outcome;
import milepost.rules.engine.RuleFailure;
import milepost.web.api.http.Json;
import milepost.web.api.http.Parameters;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A roadmap as it was recorded at one instant, looked at on one day.
 *
 * @param day the day looked at
 * @param outcome what the rules in use find then; null when neither {@code asOf} nor {@code knownAt} was asked for
 */
record AsSeen(Snapshot snapshot, LocalDate day, @Nullable Outcome outcome) {
    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";

    /** What the query asks for: without {@code asOf} the day of {@code knownAt}, without both today. */
    static AsSeen of(Parts parts, String roadmap, Parameters query) {
        LocalDate asOf = query.day(AS_OF);
        Instant knownAt = query.instant(KNOWN_AT);
        Snapshot snapshot = knownAt == null
                ? parts.roadmaps().snapshot(roadmap)
                : parts.roadmaps().snapshot(roadmap, knownAt);
        Instant moment = knownAt == null ? parts.clock().instant() : knownAt;
        LocalDate day =
                asOf != null ? asOf : moment.atZone(snapshot.roadmap().zone()).toLocalDate();
        boolean asked = asOf != null || knownAt != null;
        return new AsSeen(snapshot, day, asked ? parts.ruleset().get().evaluate(snapshot, day) : null);
    }

    boolean asked() {
        return outcome != null;
    }

    /** Adds what the rules find about a subject, and which rules could not say anything. */
    void addFindings(ObjectNode json, SubjectKind kind, String subject) {
        if (outcome == null) {
            return;
        }
        ArrayNode list = json.putArray("findings");
        findings().stream()
                .filter(f -> f.kind() == kind && f.subject().equals(subject))
                .forEach(f -> list.add(json(f)));
        json.set("setAside", Json.value(setAside()));
    }

    Map<Severity, Integer> bySeverity() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        findings().forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
        return counts;
    }

    private List<Finding> findings() {
        return outcome instanceof Outcome.Complete complete ? complete.findings() : new ArrayList<>();
    }

    private List<RuleFailure> setAside() {
        if (outcome instanceof Outcome.Failed failed) {
            return List.of(new RuleFailure("all rules", failed.reason()));
        }
        return outcome instanceof Outcome.Complete complete ? complete.setAside() : List.of();
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode json = Json.of(finding);
        json.remove("kind");
        return json;
    }
}
