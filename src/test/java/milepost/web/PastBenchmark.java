package milepost.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.fact.Edit;

/**
 * What the page of a past day costs beside the page of today, and what the projection of a day to come costs. Arguments: milestones
 * of the roadmap, edits in its history, pages measured.
 */
public final class PastBenchmark {
    private static final int WARM = 150;
    private static final LocalDate BEGIN = LocalDate.of(2025, 11, 10);

    private PastBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int milestones = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int edits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        int pages = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        try (Site site = Site.open(BEGIN + "T09:00:00Z")) {
            grow(site, milestones);
            live(site, milestones, edits);
            LocalDate middle = BEGIN.plusDays(180);
            String[] paths = {"", "?asOf=" + middle, "?asOf=" + BEGIN.plusDays(400)};
            long[][] nanos = new long[paths.length][pages];
            for (int i = -WARM; i < pages; i++) {
                for (int p = 0; p < paths.length; p++) {
                    long begin = System.nanoTime();
                    get(site, "/roadmaps/REE" + paths[p]);
                    if (i >= 0) {
                        nanos[p][i] = System.nanoTime() - begin;
                    }
                }
            }
            print(milestones, edits, nanos);
        }
        System.exit(0);
    }

    private static void print(int milestones, int edits, long[][] nanos) {
        double[] median = new double[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            Arrays.sort(nanos[i]);
            median[i] = nanos[i][nanos[i].length / 2] / 1e6;
        }
        System.out.printf(
                "%d milestones, %d edits: today %.2f ms, past %.2f ms (ratio %.2f), projection %.2f ms (ratio %.2f)%n",
                milestones, edits, median[0], median[1], median[1] / median[0], median[2], median[2] / median[0]);
    }

    /** A year in which the milestones take turns to be edited; the rules run every day. */
    private static void live(Site site, int milestones, int edits) {
        for (int i = 0; i < edits; i++) {
            LocalDate day = BEGIN.plusDays(365L * i / edits);
            site.clock().set(day + "T10:" + String.format("%02d", i % 60) + ":00Z");
            site.roadmaps().sweep();
            String key = "X-" + (10 + i % (milestones - 10));
            Milestone m = site.roadmaps().snapshot("REE").findMilestone(key).orElseThrow();
            Status status = i % 7 == 0 ? Status.BLOCKED : Status.IN_PROGRESS;
            TargetDate due = i % 5 == 0 && m.due() != null
                    ? TargetDate.day(m.due().last().plusDays(10))
                    : m.due();
            site.roadmaps()
                    .save(
                            new Roadmaps.Author("benchmark", "weekly", null),
                            "REE",
                            List.of(milestone(key, m.recorded().version(), status, i % 100, due)));
        }
    }

    private static void grow(Site site, int milestones) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 10; i < milestones; i++) {
            TargetDate due = TargetDate.day(BEGIN.plusDays(i * 7L % 730));
            edits.add(milestone("X-" + i, 0, Status.IN_PROGRESS, 10, due));
        }
        site.roadmaps().save(new Roadmaps.Author("benchmark", null, null), "REE", edits);
    }

    private static Edit milestone(String key, long version, Status status, int progress, TargetDate due) {
        return new Edit.MilestoneRevision(
                key,
                version,
                "Milestone " + key,
                null,
                null,
                null,
                status,
                progress,
                null,
                due,
                null,
                null,
                "kim",
                List.of(),
                List.of(),
                null);
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static void get(Site site, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(Role.OFFICER))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }
}
