package milepost.web.api.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Finding;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.engine.run.RuleFailure;
import milepost.web.api.http.Asked;
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
 * @param outcome what the rules find then; null when neither {@code asOf} nor {@code knownAt} was asked for
 */
record AsSeen(Snapshot snapshot, LocalDate day, @Nullable Outcome outcome) {

    /**
     * What the query asks for, judged by the rules that were in force at {@code knownAt}; empty when the roadmap was not there yet.
     *
     * @throws Problem NOT_FOUND when there never was such a roadmap
     */
    static Optional<AsSeen> find(Parts parts, String roadmap, Parameters query) {
        Asked asked = Asked.of(query, parts.clock().instant());
        Optional<Snapshot> snapshot = parts.roadmaps().findSnapshot(roadmap, asked.knownAt());
        if (snapshot.isEmpty()) {
            parts.roadmaps().first(roadmap);
        }
        return snapshot.map(known -> of(parts, known, asked));
    }

    /** As {@link #find}; NOT_FOUND too when the roadmap was not there yet. */
    static AsSeen of(Parts parts, String roadmap, Parameters query) {
        return find(parts, roadmap, query)
                .orElseThrow(() -> parts.archive()
                        .unknown(
                                roadmap,
                                Asked.of(query, parts.clock().instant()).moment()));
    }

    static AsSeen of(Parts parts, Snapshot snapshot, Asked asked) {
        LocalDate day = asked.day(snapshot.roadmap().zone());
        Instant knownAt = asked.knownAt();
        Ruleset rules = knownAt == null
                ? parts.ruleset().get()
                : parts.archive().rules(snapshot.roadmap().key(), knownAt).ruleset();
        return new AsSeen(
                snapshot, day, asked.any() ? rules.evaluate(snapshot, day).without(rules.shadows()) : null);
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
