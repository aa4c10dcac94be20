package milepost.web.manager.flag;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import milepost.facts.Dependency;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Restriction;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.foresight.Suggestion;
import milepost.roadmap.fact.Edit;
import milepost.web.layout.Links;
import milepost.web.layout.Redirects;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * Fills edits that clear a flag into the forms in which people make them. What only stands for something nobody can know, such as a
 * value that is not measured yet, stays empty.
 */
final class Filling {
    private final Snapshot snapshot;

    Filling(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Whether the form of the edit says itself what saving it would do. */
    static boolean previewed(Edit edit) {
        return edit instanceof Edit.MilestoneRevision || edit instanceof Edit.Removal;
    }

    /** The address of the form with the edit filled in. */
    String href(Suggestion.Step step) {
        if (step.edit() instanceof Edit.MilestoneRevision revision) {
            Milestone now = snapshot.findMilestone(revision.key()).orElseThrow();
            return milestone(now.key(), reasoned(differences(now, revision), step.text()));
        }
        if (step.edit() instanceof Edit.Removal removal) {
            return removal(removal);
        }
        Object fact = ((Edit.Put) step.edit()).fact();
        if (fact instanceof ProgressUpdate report) {
            return Links.milestone(roadmap(), report.milestone()) + "#updates";
        }
        return fact instanceof Observation seen ? observation(seen) : restriction((Restriction) fact, step.text());
    }

    private String removal(Edit.Removal removal) {
        if (removal.type() == Dependency.class) {
            int arrow = removal.key().indexOf('>');
            String predecessor = removal.key().substring(0, arrow);
            return milestone(removal.key().substring(arrow + 1), Map.of("dependencies/" + predecessor + "/gone", "on"));
        }
        Participant gone = snapshot.participants().stream()
                .filter(p -> p.key().equals(removal.key()))
                .findFirst()
                .orElseThrow();
        return milestone(gone.milestone(), Map.of("participants/" + gone.key() + "/gone", "on"));
    }

    private String observation(Observation seen) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("indicator", seen.indicator());
        boolean known =
                snapshot.findIndicator(seen.indicator()).map(Indicator::target).isPresent();
        if (known) {
            fields.put("value", seen.value().toPlainString());
        }
        fields.put("date", Objects.requireNonNullElse(date(seen.date()), ""));
        return Links.roadmap(roadmap()) + "/observations/new" + query(fields);
    }

    private String restriction(Restriction ended, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("to", ended.to() == null ? "" : Words.day(ended.to()));
        fields.put("reason", text);
        return Links.roadmap(roadmap()) + "/restrictions/" + Redirects.encode(ended.key()) + query(fields);
    }

    private String milestone(String key, Map<String, String> fields) {
        return Links.milestone(roadmap(), key) + query(fields);
    }

    private String roadmap() {
        return snapshot.roadmap().key();
    }

    private static String query(Map<String, String> fields) {
        return "?try=on&"
                + fields.entrySet().stream()
                        .map(field -> Redirects.encode(field.getKey()) + "=" + Redirects.encode(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** The fields of the milestone's form in which the edit differs from the record. */
    private static Map<String, String> differences(Milestone now, Edit.MilestoneRevision then) {
        Map<String, String> fields = new LinkedHashMap<>();
        differ(fields, "status", now.status(), then.status());
        differ(fields, "progress", now.progress(), then.progress());
        differ(fields, "start", date(now.start()), date(then.start()));
        differ(fields, "due", date(now.due()), date(then.due()));
        differ(fields, "forecast", date(now.forecast()), date(then.forecast()));
        differ(fields, "completedOn", date(now.completedOn()), date(then.completedOn()));
        differ(fields, "owner", now.owner(), then.owner());
        for (String indicator : now.requires()) {
            if (!then.requires().contains(indicator)) {
                fields.put("requires/" + indicator, "");
            }
        }
        for (Source proof : then.evidence()) {
            if (!now.evidence().contains(proof)) {
                fields.put("evidence/~1/title", proof.title());
            }
        }
        return fields;
    }

    /** A moved due date may need a reason; what was suggested is one to begin with. */
    private static Map<String, String> reasoned(Map<String, String> fields, String text) {
        if (fields.containsKey("due")) {
            fields.put("reason", text);
        }
        return fields;
    }

    private static void differ(Map<String, String> fields, String name, @Nullable Object now, @Nullable Object then) {
        if (!Objects.equals(now, then)) {
            fields.put(name, then == null ? "" : then.toString());
        }
    }

    private static @Nullable String date(@Nullable TargetDate date) {
        return date == null ? null : Words.date(date);
    }
}
