package milepost.web.manager.flag;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.foresight.Suggestion;
import milepost.roadmap.Edit;
import milepost.web.layout.Links;
import milepost.web.layout.Redirects;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something that clears a flag, on the page of the flag.
 *
 * @param others how many other flags it clears
 * @param href the form with the edit filled in and what it would do; null when no one form does it
 */
public record Clear(String text, int others, @Nullable String href) {

    static Clear of(Suggestion suggestion, Snapshot snapshot, boolean officer) {
        String href = officer && suggestion.edits().size() == 1 ? form(suggestion, snapshot) : null;
        return new Clear(suggestion.text(), suggestion.alsoClears().size(), href);
    }

    private static @Nullable String form(Suggestion suggestion, Snapshot snapshot) {
        Edit edit = suggestion.edits().get(0);
        String roadmap = snapshot.roadmap().key();
        if (edit instanceof Edit.MilestoneRevision revision) {
            return snapshot.findMilestone(revision.key())
                    .map(now -> link(roadmap, now.key(), reasoned(differences(now, revision), suggestion.text())))
                    .orElse(null);
        }
        if (edit instanceof Edit.Removal removal && removal.type() == Participant.class) {
            return snapshot.participants().stream()
                    .filter(p -> p.key().equals(removal.key()))
                    .map(p -> link(roadmap, p.milestone(), Map.of("participants/" + p.key() + "/gone", "on")))
                    .findFirst()
                    .orElse(null);
        }
        if (edit instanceof Edit.Removal removal && removal.type() == Dependency.class) {
            int arrow = removal.key().indexOf('>');
            String predecessor = removal.key().substring(0, arrow);
            return link(
                    roadmap, removal.key().substring(arrow + 1), Map.of("dependencies/" + predecessor + "/gone", "on"));
        }
        return edit instanceof Edit.Put put && put.fact() instanceof ProgressUpdate report
                ? Links.milestone(roadmap, report.milestone()) + "#updates"
                : null;
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

    private static String link(String roadmap, String milestone, Map<String, String> fields) {
        return Links.milestone(roadmap, milestone) + "?try=on&"
                + fields.entrySet().stream()
                        .map(field -> Redirects.encode(field.getKey()) + "=" + Redirects.encode(field.getValue()))
                        .collect(Collectors.joining("&"));
    }
}
