package milepost.web.api.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import milepost.access.People;
import milepost.access.again.KeptAnswer;
import milepost.access.again.KeptAnswers;
import milepost.web.layout.Uploads;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * A request that comes with an Idempotency-Key is carried out once and answered the same for a day; one that prefers a dry run is
 * answered and stored nowhere.
 */
public final class Once {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "ETag", "Location");

    private final KeptAnswers answers;

    public Once(People people) {
        this.answers = people.answers();
    }

    /** A handler that itself stores nothing when that is preferred; carried out in one unit of work with what is kept. */
    public Handler each(Handler handler) {
        return carried(handler, Handler::handle, Context::bodyAsBytes, answers::once);
    }

    /** The same for a handler that knows of no dry runs: whatever it did is taken back. */
    public Handler act(Handler handler) {
        return carried(handler, this::tried, Context::bodyAsBytes, answers::once);
    }

    /** The same for a handler whose body is a file. */
    public Handler file(Handler handler) {
        return carried(handler, Handler::handle, Uploads::body, answers::once);
    }

    /** A handler that only says something and takes its time about it: the answer is kept afterwards. */
    public Handler look(Handler handler) {
        return carried(handler, Handler::handle, Context::bodyAsBytes, answers::afterwards);
    }

    /** A handler that publishes rules, which cannot be tried here; what is published twice differs in nothing and is refused. */
    public Handler publication(Handler handler) {
        return carried(handler, Once::elsewhere, Context::bodyAsBytes, answers::afterwards);
    }

    private void tried(Handler handler, Context ctx) {
        answers.tried(() -> answered(ctx, handler, ""));
        DryRun.applied(ctx);
    }

    private static void elsewhere(Handler handler, Context ctx) {
        throw Refusal.header(400, "Prefer", "Post the files to /rulesets/dry-run to see what they would change.");
    }

    private static Handler carried(Handler handler, Dry dry, Function<Context, byte[]> body, Keeping keeping) {
        return ctx -> {
            String key = key(ctx);
            if (DryRun.asked(ctx)) {
                dry.handle(handler, ctx);
                return;
            }
            if (key == null) {
                handler.handle(ctx);
                return;
            }
            String request = fingerprint(ctx, body.apply(ctx));
            KeptAnswers.Place place = new KeptAnswers.Place(Visitor.person(ctx).id(), key);
            KeptAnswer answer = keeping.carried(place, () -> answered(ctx, handler, request));
            if (!answer.request().equals(request)) {
                throw Refusal.header(
                        422, KEY, "This key came with another request before; send this one with a key of its own.");
            }
            repeat(ctx, answer);
        };
    }

    /** How a handler is carried out when nothing shall be stored. */
    private interface Dry {
        void handle(Handler handler, Context ctx) throws Exception;
    }

    /** How an answer is kept. */
    private interface Keeping {
        KeptAnswer carried(KeptAnswers.Place place, Supplier<KeptAnswer> work);
    }

    private static KeptAnswer answered(Context ctx, Handler handler, String request) {
        try {
            handler.handle(ctx);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = ctx.res().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        String body = ctx.result();
        return new KeptAnswer(request, ctx.statusCode(), headers, body == null ? "" : body, false);
    }

    private static void repeat(Context ctx, KeptAnswer answer) {
        answer.headers().forEach(ctx::header);
        if (answer.replayed()) {
            ctx.header(REPLAYED, "true");
        }
        ctx.status(answer.status()).result(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The key without the quotation marks that the standard gives it; null when there is none. */
    private static @Nullable String key(Context ctx) {
        List<String> sent = Collections.list(ctx.req().getHeaders(KEY));
        if (sent.isEmpty()) {
            return null;
        }
        String key = sent.get(0).strip().replaceFirst("^\"(.*)\"$", "$1");
        if (sent.size() > 1 || !key.matches("[\\x21\\x23-\\x7E]{1,255}")) {
            throw Refusal.header(
                    400, KEY, "Send one key of 1 to 255 letters, digits or signs, such as a UUID, for each request.");
        }
        return key;
    }

    /** All that makes one request differ from another. */
    private static String fingerprint(Context ctx, byte[] body) {
        String type = ctx.contentType();
        return KeptAnswers.fingerprint(
                body,
                ctx.method().name(),
                ctx.path(),
                Objects.requireNonNullElse(ctx.queryString(), ""),
                Objects.requireNonNullElse(type, ""));
    }
}
