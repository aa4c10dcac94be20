package milepost.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import jakarta.servlet.ServletException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Problem;
import milepost.web.api.http.Json;
import milepost.web.api.http.Refusal;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Place;
import milepost.web.layout.Uploads;
import milepost.web.layout.Words;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer: a page for people, a problem document for programs. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Pages pages;
    private final InstantSource clock;

    Errors(Pages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, ctx) -> answer(ctx, Refusal.status(problem.kind()), problem));
        routes.exception(Refusal.class, (refusal, ctx) -> refused(ctx, refusal));
        routes.exception(HttpResponseException.class, (e, ctx) -> answered(ctx, e));
        routes.exception(ServletException.class, (e, ctx) -> unreadable(ctx, e));
        routes.exception(Exception.class, (e, ctx) -> incident(ctx, e));
    }

    private void answered(Context ctx, HttpResponseException e) {
        if (e.getStatus() == 401) {
            boolean sent = ctx.header("Authorization") != null;
            ctx.header("WWW-Authenticate", "Bearer realm=\"milepost\"" + (sent ? ", error=\"invalid_token\"" : ""));
        }
        String methods = e.getDetails().get("availableMethods");
        if (methods != null) {
            ctx.header("Allow", allowed(methods));
            if (ctx.method().toString().equals("OPTIONS")) {
                ctx.status(204);
                ctx.res().setContentType(null);
                return;
            }
        }
        answer(ctx, e.getStatus(), problem(e));
    }

    /** What an address takes, where HEAD goes with GET, and OPTIONS with all. */
    private static String allowed(String methods) {
        boolean head = methods.contains("GET") && !methods.contains("HEAD");
        return methods + (head ? ", HEAD" : "") + ", OPTIONS";
    }

    private void refused(Context ctx, Refusal refusal) {
        ctx.status(refusal.status());
        Map<String, Object> document = document(ctx, refusal.status(), String.valueOf(refusal.getMessage()));
        document.putAll(refusal.shown());
        answer(ctx, document, refusal.errors());
    }

    /** A form with files that breaks off, or is no such form. */
    private void unreadable(Context ctx, ServletException e) {
        if (e.getCause() instanceof HttpException http && http.getCode() < 500) {
            answer(
                    ctx,
                    http.getCode(),
                    http.getCode() == 413
                            ? Uploads.tooLarge()
                            : new Problem(
                                    Problem.Kind.INVALID, "The form could not be read to its end; send it again."));
        } else {
            incident(ctx, e);
        }
    }

    private void incident(Context ctx, Exception cause) {
        LOG.error("{} {} failed, reference {}", ctx.method(), ctx.path(), Headers.id(ctx), cause);
        answer(
                ctx,
                500,
                new Problem(Problem.Kind.INVALID, "The server met an error while it was preparing the answer."));
    }

    private void answer(Context ctx, int status, Problem problem) {
        ctx.status(status);
        if (wantsJson(ctx)) {
            answer(ctx, document(ctx, status, String.valueOf(problem.getMessage())), Json.places(problem));
            return;
        }
        String reference = status >= 500 && status != 503 ? Headers.id(ctx) : null;
        String time = Words.time(clock.instant(), ZoneOffset.UTC) + " UTC";
        ErrorView view =
                new ErrorView(title(status), problem.getMessage(), problem.fields(), reference, time, ctx.path());
        try {
            pages.show(ctx, new Page(view.title(), Place.ELSEWHERE, "milepost/web/error.jte", view));
        } catch (RuntimeException e) {
            LOG.error("no error page for reference {}", Headers.id(ctx), e);
            ctx.contentType("text/plain; charset=utf-8").result(view.title() + ". Reference " + Headers.id(ctx));
        }
    }

    private static boolean wantsJson(Context ctx) {
        String accept = ctx.header("Accept");
        return ctx.path().startsWith("/api/")
                || ctx.path().equals("/api")
                || (accept != null && accept.startsWith("application/json"));
    }

    private static void answer(Context ctx, Map<String, Object> document, List<Map<String, String>> errors) {
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        ctx.result(Json.value(document).toString()).contentType("application/problem+json");
    }

    private static Map<String, Object> document(Context ctx, int status, String detail) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", HttpStatus.forStatus(status).getMessage());
        document.put("status", status);
        document.put("detail", detail);
        document.put("instance", Headers.id(ctx));
        return document;
    }

    private static Problem problem(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 401 ->
                new Problem(Problem.Kind.FORBIDDEN, Objects.requireNonNullElse(e.getMessage(), "Sign in first."));
            case 404 -> new Problem(Problem.Kind.NOT_FOUND, "There is nothing at this address.");
            case 405 -> new Problem(Problem.Kind.INVALID, "This address does not take requests of this kind.");
            case 413 -> new Problem(Problem.Kind.TOO_LARGE, Headers.tooLarge());
            case 429, 503 -> new Problem(Problem.Kind.INVALID, String.valueOf(e.getMessage()));
            default -> new Problem(Problem.Kind.INVALID, "The request could not be read.");
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "You cannot do this";
            case 404 -> "Nothing here";
            case 409 -> "Someone else was faster";
            case 413 -> "Too large";
            case 422 -> "There is a problem";
            case 429, 503 -> "Not just now";
            default -> status >= 500 ? "This page could not be shown" : "The request could not be carried out";
        };
    }
}
