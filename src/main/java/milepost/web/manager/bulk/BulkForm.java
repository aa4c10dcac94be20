package milepost.web.manager.bulk;

import io.javalin.http.Context;
import java.util.List;
import milepost.facts.Problem;
import milepost.flags.FlagRef;
import milepost.web.manager.triage.ActForm;
import milepost.web.manager.triage.Chosen;

/**
 * What is to be done to several flags.
 *
 * @param back address of the list it was sent from
 * @param complete whether everything that the act needs was asked for
 */
record BulkForm(ActForm act, List<FlagRef> flags, String back, boolean complete) {
    private static final List<String> ASKING = List.of("accept", "false-positive", "assign", "severity");

    static BulkForm of(Context ctx) {
        String back = ctx.formParam("back");
        String only = ctx.formParam("only");
        ActForm act = ActForm.of(ctx);
        boolean one = only != null && only.contains(":");
        return new BulkForm(
                one ? act.doing(only.substring(0, only.indexOf(':'))) : act,
                one ? Chosen.of(List.of(only.substring(only.indexOf(':') + 1))) : Chosen.of(ctx.formParams("flag")),
                back == null ? "/flags" : back,
                ctx.formParam("complete") != null);
    }

    BulkForm refused(Problem refusal) {
        return new BulkForm(act.refused(refusal), flags, back, complete);
    }

    /** Whether there is still something to be said before it can be done. */
    boolean asks() {
        return ASKING.contains(act.action()) && !complete;
    }

    boolean undoable() {
        return !act.action().equals("undo") && !act.action().equals("comment");
    }

    /** What was done, after the number of flags. */
    String past() {
        return switch (act.action()) {
            case "acknowledge" -> "acknowledged";
            case "accept" -> "accepted";
            case "false-positive" -> "called a false positive";
            case "reset" -> "opened again";
            case "assign" -> "assigned";
            case "severity" -> "given another severity";
            default -> "taken back to what was so before";
        };
    }

    /** What is to be done, before the number of flags. */
    String verb() {
        return switch (act.action()) {
            case "accept" -> "Accept";
            case "false-positive" -> "Call false";
            case "assign" -> "Assign";
            case "severity" -> "Set the severity of";
            default -> "Decide about";
        };
    }
}
