package milepost.web.author.draft;

import io.javalin.http.Context;

/** Fields of a form as they were sent. */
final class Forms {
    private Forms() {}

    /** With line ends as rule files have them; empty when the field is missing. */
    static String text(Context ctx, String field) {
        String value = ctx.formParam(field);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    /** 0 when it is missing or no number. */
    static long number(Context ctx, String field) {
        String value = text(ctx, field);
        return value.matches("[0-9]{1,12}") ? Long.parseLong(value) : 0;
    }
}
