package milepost.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.util.JavalinLogger;
import java.util.Map;
import java.util.Set;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Uploads;
import milepost.web.news.Streams;
import milepost.web.operation.Forwarded;
import milepost.web.operation.Metrics;
import milepost.web.operation.Requests;

/** The web server, from start to stop. */
public final class Server implements AutoCloseable {
    private final Javalin javalin;
    private final Streams streams;
    private final String host;

    private Server(Javalin javalin, Streams streams, String host) {
        this.javalin = javalin;
        this.streams = streams;
        this.host = host;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     */
    public static Server start(Parts parts, String host, int port) {
        return start(parts, host, port, Set.of());
    }

    /**
     * The same behind proxies.
     *
     * @param proxies addresses whose word on where a request comes from is believed
     */
    public static Server start(Parts parts, String host, int port, Set<String> proxies) {
        Streams streams = new Streams(parts);
        Javalin javalin = Javalin.create(config -> {
            config.contextResolver.ip = ctx -> Forwarded.client(ctx, proxies);
            config.contextResolver.scheme = Forwarded::scheme;
            configure(config, parts, streams);
        });
        JavalinLogger.enabled = false; // whoever asked for the start tells what went wrong, once
        try {
            return new Server(javalin.start(host, port), streams, host);
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    /** Where it can be reached, such as {@code http://127.0.0.1:7070}. */
    public String address() {
        boolean everywhere = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
        String reached = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + reached + ":" + javalin.port();
    }

    /** Where a one-time link leads. */
    public String signInLink(String token) {
        return address() + "/sign-in/link/" + token;
    }

    @Override
    public void close() {
        streams.close();
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Parts parts, Streams streams) {
        Pages pages = new Pages(parts);
        TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = Headers.LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "text/html; charset=utf-8";
        config.fileRenderer((file, model, ctx) -> render(templates, file, model, ctx));
        Limits.apply(config.jetty);
        config.jetty.multipartConfig.maxTotalRequestSize(Uploads.LARGEST + Headers.LARGEST_BODY, SizeUnit.BYTES);
        Metrics metrics = new Metrics(parts);
        metrics.news(parts.news().deliveries(), streams::count);
        config.routes.before(Requests::begin);
        config.routes.before(Headers::begin);
        config.routes.beforeMatched(new Guard(parts)::check);
        config.routes.after(Leftovers::drop);
        config.routes.after(new Requests(metrics)::end);
        config.routes.after(Headers::end);
        config.routes.beforeMatched(streams::number);
        new Routes(parts, pages, metrics, streams).register(config.routes);
        new Errors(pages, parts.clock()).register(config.routes);
    }

    private static String render(TemplateEngine templates, String file, Map<String, ?> model, Context ctx) {
        StringOutput output = new StringOutput(16_384);
        templates.render(file, Map.copyOf(model), output);
        return output.toString();
    }
}
