package milepost.web.api;

import java.util.Objects;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Restriction;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Edit;
import milepost.web.api.Client.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries out over HTTP what an edit says. */
final class CarriedOut {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROADMAP = "/roadmaps/REE";

    private final Client officer;
    private final Snapshot snapshot;

    CarriedOut(Client officer, Snapshot snapshot) {
        this.officer = officer;
        this.snapshot = snapshot;
    }

    /** Makes the edit and answers what it did. */
    Answer made(Edit edit) {
        if (edit instanceof Edit.MilestoneRevision then) {
            Milestone now = snapshot.findMilestone(then.key()).orElseThrow();
            return change("/milestones/" + then.key(), fields(now, then));
        }
        if (edit instanceof Edit.Removal gone) {
            return officer.delete(ROADMAP + path(gone), "If-Match", "*");
        }
        Object fact = ((Edit.Put) edit).fact();
        if (fact instanceof Observation seen) {
            ObjectNode json = JSON.createObjectNode()
                    .put("key", seen.key())
                    .put("value", seen.value())
                    .put("date", String.valueOf(seen.date()));
            return officer.post(ROADMAP + "/indicators/" + seen.indicator() + "/observations", json.toString());
        }
        if (fact instanceof ProgressUpdate report) {
            ObjectNode json = JSON.createObjectNode()
                    .put("key", report.key())
                    .put("milestone", report.milestone())
                    .put("date", report.date().toString())
                    .put("text", report.text());
            return officer.post(ROADMAP + "/updates", json.toString());
        }
        Restriction ended = (Restriction) fact;
        return change("/restrictions/" + ended.key(), JSON.createObjectNode().put("to", String.valueOf(ended.to())));
    }

    private Answer change(String path, ObjectNode fields) {
        return officer.patch(ROADMAP + path + "?reason=Agreed", fields.toString(), "If-Match", "*");
    }

    private static String path(Edit.Removal gone) {
        if (gone.type() == Participant.class) {
            return "/participants/" + gone.key();
        }
        if (gone.type() == Dependency.class) {
            return "/dependencies/" + gone.key().replace(">", "%3E");
        }
        throw new IllegalArgumentException(gone.toString());
    }

    private static ObjectNode fields(Milestone now, Edit.MilestoneRevision then) {
        ObjectNode json = JSON.createObjectNode();
        json.put("status", then.status().name());
        json.put("progress", then.progress());
        json.put("owner", then.owner());
        date(json, "start", now.start(), then.start());
        date(json, "due", now.due(), then.due());
        date(json, "forecast", now.forecast(), then.forecast());
        date(json, "completedOn", now.completedOn(), then.completedOn());
        ArrayNode requires = json.putArray("requires");
        then.requires().forEach(requires::add);
        ArrayNode evidence = json.putArray("evidence");
        for (Source proof : then.evidence()) {
            evidence.addObject()
                    .put("title", proof.title())
                    .put("url", proof.url())
                    .put("quote", proof.quote());
        }
        return json;
    }

    private static void date(ObjectNode json, String name, @Nullable TargetDate now, @Nullable TargetDate then) {
        if (!Objects.equals(now, then)) {
            json.put(name, then == null ? null : then.toString());
        }
    }
}
