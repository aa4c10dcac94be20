package milepost.web.operation;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import milepost.facts.Severity;
import milepost.flags.Flags;
import milepost.flags.decision.Triage;
import milepost.flags.life.FlagState;
import milepost.flags.life.FlagTally;
import milepost.news.outbox.Deliveries;
import milepost.news.outbox.Delivery;
import milepost.roadmap.evaluation.EvaluationMeter;
import milepost.web.layout.Parts;

/** Figures for a Prometheus: requests by route, evaluations, active flags, memory. */
public final class Metrics {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();

    /** What requests are counted by. */
    private record Answer(String method, String route, int status) {}

    public Metrics(Parts parts) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(registry);
        FunctionTimer.builder(
                        "milepost.evaluations",
                        parts.roadmaps().evaluations(),
                        EvaluationMeter::count,
                        EvaluationMeter::nanos,
                        TimeUnit.NANOSECONDS)
                .description("Evaluations of a roadmap whose result was stored.")
                .register(registry);
        for (Severity severity : Severity.values()) {
            for (Triage triage : Triage.values()) {
                Gauge.builder("milepost.flags.active", () -> active(parts.flags(), severity, triage))
                        .description("Active flags by severity and by what people decided about them.")
                        .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                        .tag("triage", triage.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
    }

    /** What becomes of messages, and how many pages are connected. */
    public void news(Deliveries deliveries, IntSupplier connected) {
        for (Delivery.State state : Delivery.State.values()) {
            Gauge.builder("milepost.deliveries", () -> deliveries.tally().getOrDefault(state, 0L))
                    .description("Messages by how far they have come; DEAD ones were given up.")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("milepost.outbox.waiting", deliveries::waiting)
                .description("Transitions of flags that are in no message yet: they wait for their hour.")
                .register(registry);
        Gauge.builder("milepost.live.connections", connected::getAsInt)
                .description("Pages and programs that are connected to be told of changes.")
                .register(registry);
    }

    /** Counts a request that was answered. */
    public void observe(Context ctx, long nanos) {
        Answer answer = new Answer(method(ctx), route(ctx), ctx.statusCode());
        timers.computeIfAbsent(answer, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Answer answer) {
        return Timer.builder("milepost.http.requests")
                .description("Requests by route, as it stands in the route table.")
                .tag("method", answer.method())
                .tag("route", answer.route())
                .tag("status", String.valueOf(answer.status()))
                .register(registry);
    }

    /** All figures in the text format of Prometheus. */
    public void show(Context ctx) {
        ctx.contentType(FORMAT).result(registry.scrape(FORMAT));
    }

    /** The address as the route table has it: what stands in its place holders can be a secret, and is without end. */
    static String route(Context ctx) {
        Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }

    /** Methods are made up by whoever sends them; figures of those that no address takes stand together. */
    private static String method(Context ctx) {
        String method = ctx.method().toString();
        return METHODS.contains(method) ? method : "OTHER";
    }

    private static int active(Flags flags, Severity severity, Triage triage) {
        return flags.tally().stream()
                .filter(tally -> tally.state() == FlagState.ACTIVE)
                .filter(tally -> tally.severity() == severity && tally.triage() == triage)
                .mapToInt(FlagTally::count)
                .sum();
    }
}
