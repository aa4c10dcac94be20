package milepost.web.api.flags;

import java.util.List;
import java.util.Map;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/** Reads what somebody does to flags. */
final class ActReading {
    private static final Map<String, Triage> DECISIONS = Map.of(
            "acknowledge", Triage.ACKNOWLEDGED,
            "accept", Triage.ACCEPTED,
            "false-positive", Triage.FALSE_POSITIVE,
            "reset", Triage.UNTRIAGED);

    private ActReading() {}

    /** What is done; refused as a whole by the reader when it cannot be understood. */
    static Act act(JsonReader in, Parts parts) {
        String action = in.text("action");
        Act.Decide decide = new Act.Decide(new Decision(
                DECISIONS.getOrDefault(action, Triage.UNTRIAGED), in.optionalText("reason"), in.optionalDay("until")));
        String assignee = in.optionalText("assignee");
        String comment = in.optionalText("comment");
        Severity severity = in.optionalOneOf("severity", Severity.class);
        in.finish();
        return switch (action) {
            case "acknowledge", "accept", "false-positive", "reset" -> decide;
            case "assign" -> parts.assigning(assignee);
            case "comment" -> new Act.Comment(comment == null ? "" : comment);
            case "severity" -> new Act.Rate(severity, decide.decision().reason());
            case "undo" -> parts.undoing();
            default -> {
                in.error(
                        "action",
                        "Send one of acknowledge, accept, false-positive, reset, assign, comment, severity, undo.");
                in.finish();
                yield parts.undoing();
            }
        };
    }

    /** The flags of a bulk; each once. */
    static List<FlagRef> flags(JsonReader in) {
        List<FlagRef> refs = in.objects("flags", flag -> new FlagRef(id(flag), flag.optionalWhole("version")));
        if (refs.isEmpty()) {
            in.error("flags", "Send at least one flag.");
        }
        if (refs.stream().map(FlagRef::id).distinct().count() < refs.size()) {
            in.error("flags", "Send each flag once.");
        }
        return refs;
    }

    private static long id(JsonReader flag) {
        @Nullable Integer id = flag.optionalWhole("id");
        if (id == null) {
            flag.error("id", "Send the id of a flag.");
        }
        return id == null ? 0 : id;
    }
}
