package milepost.web.api.flags;

import java.util.Map;
import milepost.flags.Decision;
import milepost.flags.Triage;
import milepost.web.api.http.JsonReader;

/** Reads what somebody decided about a flag. */
final class DecisionReading {
    private static final Map<String, Triage> ACTIONS = Map.of(
            "acknowledge", Triage.ACKNOWLEDGED,
            "accept", Triage.ACCEPTED,
            "false-positive", Triage.FALSE_POSITIVE,
            "reset", Triage.UNTRIAGED);

    private DecisionReading() {}

    static Decision of(JsonReader in) {
        Triage triage = ACTIONS.get(in.text("action"));
        if (triage == null) {
            in.error("action", "Send one of acknowledge, accept, false-positive, reset.");
        }
        return new Decision(
                triage == null ? Triage.UNTRIAGED : triage, in.optionalText("reason"), in.optionalDay("until"));
    }
}
