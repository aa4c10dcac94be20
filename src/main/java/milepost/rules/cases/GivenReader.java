package milepost.rules.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Finding;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a case and holds them to one another: a fact may only name facts that are given too. */
final class GivenReader {
    private final FieldReader in;
    private final Mistakes mistakes;
    private final Map<Object, FieldReader> places = new LinkedHashMap<>();
    private final Set<String> milestones = new HashSet<>();
    private final Set<String> indicators = new HashSet<>();
    private @Nullable List<Finding> found;

    GivenReader(FieldReader in) {
        this.in = in;
        this.mistakes = in.mistakes();
    }

    Snapshot read() {
        FieldReader about = in.inner("roadmap");
        Roadmap roadmap = FactReader.roadmap(
                about == null ? new FieldReader("roadmap", new Node.Text("", false, in.at()), mistakes) : about);
        if (about != null) {
            about.end();
        }
        List<Milestone> all = list("milestones", FactReader::milestone, Milestone::key);
        List<Dependency> order =
                list("dependencies", FactReader::dependency, d -> d.predecessor() + ">" + d.successor());
        List<Participant> participants = list("participants", FactReader::participant, Participant::key);
        var restrictions = list("restrictions", FactReader::restriction, r -> r.key());
        List<Indicator> quantities = list("indicators", FactReader::indicator, Indicator::key);
        List<Observation> observations = list("observations", FactReader::observation, Observation::key);
        var events = list("events", FactReader::event, e -> e.key());
        List<ProgressUpdate> updates = list("updates", FactReader::update, ProgressUpdate::key);
        List<Attribute> attributes = list("attributes", FactReader::attribute, Attribute::key);
        List<Rating> ratings = list("ratings", FactReader::rating, Rating::key);
        boolean told = in.has("findings");
        List<Node> findings = in.items("findings");
        in.end();

        all.forEach(m -> milestones.add(m.key()));
        quantities.forEach(i -> indicators.add(i.key()));
        all.forEach(m -> milestone(m, roadmap));
        quantities.forEach(i -> stage(i, i.stage(), roadmap));
        order.forEach(d -> {
            named(d, "predecessor", d.predecessor(), milestones);
            named(d, "successor", d.successor(), milestones);
        });
        participants.forEach(p -> named(p, "milestone", p.milestone(), milestones));
        observations.forEach(o -> named(o, "indicator", o.indicator(), indicators));
        updates.forEach(u -> named(u, "milestone", u.milestone(), milestones));
        attributes.forEach(a -> named(a, "milestone", a.milestone(), milestones));
        ratings.stream()
                .filter(r -> r.milestone() != null)
                .forEach(r -> named(r, "milestone", String.valueOf(r.milestone()), milestones));
        found = told
                ? findings.stream()
                        .map(item -> finding(new FieldReader("findings", item, mistakes), roadmap))
                        .toList()
                : null;
        return new Snapshot(
                roadmap,
                all,
                order,
                participants,
                restrictions,
                quantities,
                observations,
                events,
                updates,
                attributes,
                ratings);
    }

    /** What other rules are said to have found; null where nothing is said of it. */
    @Nullable List<Finding> found() {
        return found;
    }

    private Finding finding(FieldReader in, Roadmap roadmap) {
        String subject = in.needed("subject");
        in.needed("severity");
        Severity severity = in.choice("severity", Severity.class);
        Finding finding = new Finding(
                in.text("rule", "another/rule"),
                milestones.contains(subject)
                        ? SubjectKind.MILESTONE
                        : indicators.contains(subject) ? SubjectKind.INDICATOR : SubjectKind.ROADMAP,
                subject,
                severity == null ? Severity.LOW : severity,
                in.text("message", "found"),
                List.of());
        in.end();
        if (finding.kind() == SubjectKind.ROADMAP && !subject.isEmpty() && !subject.equals(roadmap.key())) {
            Set<String> keys = new HashSet<>(milestones);
            keys.addAll(indicators);
            keys.add(roadmap.key());
            mistakes.unknown(
                    in.at("subject"),
                    "unknown-subject",
                    "findings: subject \"" + subject + "\" is no milestone or indicator of this case, nor its roadmap",
                    new Mistakes.Word(subject, keys));
        }
        return finding;
    }

    private <T> List<T> list(String name, Function<FieldReader, T> reading, Function<T, String> key) {
        List<T> facts = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Node item : in.items(name)) {
            FieldReader one = new FieldReader(name, item, mistakes);
            T fact = reading.apply(one);
            one.end();
            if (!keys.add(key.apply(fact))) {
                mistakes.add(
                        one.at(),
                        "duplicate-key",
                        name + ": \"" + key.apply(fact) + "\" is there already; give this one a key of its own.");
            }
            places.put(fact, one);
            facts.add(fact);
        }
        return facts;
    }

    private void milestone(Milestone milestone, Roadmap roadmap) {
        milestone.requires().forEach(key -> named(milestone, "requires", key, indicators));
        stage(milestone, milestone.stage(), roadmap);
    }

    private void stage(Object fact, @Nullable String stage, Roadmap roadmap) {
        if (stage != null && !roadmap.stages().isEmpty()) {
            named(fact, "stage", stage, Set.copyOf(roadmap.stages()));
        }
    }

    private void named(Object fact, String field, String key, Set<String> known) {
        FieldReader place = places.get(fact);
        if (place != null && !key.isEmpty() && !known.contains(key)) {
            mistakes.unknown(
                    place.at(field),
                    "unknown-key",
                    field + ": \"" + key + "\" is not given in this case",
                    new Mistakes.Word(key, known));
        }
    }
}
