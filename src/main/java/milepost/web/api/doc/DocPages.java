package milepost.web.api.doc;

import io.javalin.http.Context;
import java.util.Objects;
import milepost.facts.Problem;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Place;

/** The OpenAPI document as pages for people: what can be asked for, and each operation with an example. */
public final class DocPages {
    private static final String TEMPLATES = "milepost/web/api/doc/";

    private final Pages pages;
    private final Reading document;

    public DocPages(Pages pages) {
        this.pages = pages;
        this.document = new Reading(new OpenApi().json());
    }

    /** All operations, or those that have the words asked for. */
    public void list(Context ctx) {
        String words = Objects.requireNonNullElse(ctx.queryParam("q"), "").strip();
        DocView view = document.list(words);
        pages.show(ctx, new Page("API", Place.ELSEWHERE, TEMPLATES + "docs.jte", view));
    }

    /** One operation; NOT_FOUND when there is none of this id. */
    public void one(Context ctx) {
        String id = ctx.pathParam("operation");
        OperationView view = document.find(id, ctx.scheme() + "://" + ctx.host())
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "The API has no operation of this name."));
        pages.show(ctx, new Page(view.line().summary(), Place.ELSEWHERE, TEMPLATES + "operation.jte", view));
    }
}
