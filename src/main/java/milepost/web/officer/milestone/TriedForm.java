package milepost.web.officer.milestone;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import milepost.web.officer.form.Form;

/** A form into which a link has filled an edit to try; nothing is saved before a person does so. */
final class TriedForm {
    /** The fields that a link may fill. */
    private static final Pattern FIELDS = Pattern.compile("reason|status|progress|start|due|forecast|completedOn|owner"
            + "|requires/[^/]+|evidence/~1/title|participants/[^/]+/gone|dependencies/[^/]+/gone");

    private TriedForm() {}

    /** Whether the link asks for it. */
    static boolean asked(Context ctx) {
        return "on".equals(ctx.queryParam("try"));
    }

    /** The form as recorded with what the link says. */
    static Form of(Form recorded, Map<String, List<String>> query) {
        return recorded.filled(query, FIELDS);
    }
}
