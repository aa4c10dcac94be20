package milepost.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import milepost.access.Role;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.foresight.Forecasts;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;
import milepost.rules.Ruleset;

/**
 * What the page of a year's forecast costs over HTTP, beside the forecast alone and one evaluation of the same roadmap, in turns.
 * Arguments: milestones of the roadmap, pages measured.
 */
public final class ForecastBenchmark {
    private static final int WARM = 200;
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 24);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ForecastBenchmark() {}

    /** Something that is measured. */
    private interface Work {
        Object run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int milestones = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int pages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        try (Site site = Site.open(TODAY + "T09:00:00Z")) {
            grow(site, milestones);
            Forecasts forecasts =
                    new Forecasts(site.roadmaps(), site.flags(), site.parts().ruleset());
            Ruleset rules = site.parts().ruleset().get();
            Snapshot snapshot = site.roadmaps().snapshot("REE");
            List<Work> works = List.of(
                    () -> page(site),
                    () -> forecasts.ahead("REE", TODAY, TODAY.plusYears(1)),
                    () -> rules.evaluate(snapshot, TODAY));
            long[][] nanos = new long[works.size()][pages];
            for (int i = -WARM; i < pages; i++) {
                for (int w = 0; w < works.size(); w++) {
                    long begin = System.nanoTime();
                    Objects.requireNonNull(works.get(w).run());
                    if (i >= 0) {
                        nanos[w][i] = System.nanoTime() - begin;
                    }
                }
            }
            print(milestones, nanos);
        }
        System.exit(0);
    }

    private static void print(int milestones, long[][] nanos) {
        double[] median = new double[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            Arrays.sort(nanos[i]);
            median[i] = nanos[i][nanos[i].length / 2] / 1e6;
        }
        System.out.printf(
                "%d milestones: page of a year's forecast %.1f ms (p95 %.1f), the forecast alone %.1f ms, one evaluation %.2f ms;"
                        + " page / evaluation %.0f, forecast / evaluation %.0f%n",
                milestones,
                median[0],
                nanos[0][nanos[0].length * 95 / 100] / 1e6,
                median[1],
                median[2],
                median[0] / median[2],
                median[1] / median[2]);
    }

    private static String page(Site site) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + "/forecast?roadmap=REE&months=12"))
                .header("Cookie", "milepost_session=" + site.session(Role.VIEWER))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** More milestones beside those of the example, due over two years, some without an owner, some after another. */
    private static void grow(Site site, int milestones) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 10; i < milestones; i++) {
            edits.add(new Edit.MilestoneRevision(
                    "X-" + i,
                    0,
                    "Milestone " + i,
                    null,
                    null,
                    null,
                    Status.IN_PROGRESS,
                    10,
                    null,
                    TargetDate.day(LocalDate.of(2025, 6, 1).plusDays(i * 7L % 730)),
                    null,
                    null,
                    i % 5 == 0 ? null : "kim",
                    List.of(),
                    List.of(),
                    null));
        }
        site.roadmaps().save(new Roadmaps.Author("benchmark", null, null), "REE", edits);
    }
}
