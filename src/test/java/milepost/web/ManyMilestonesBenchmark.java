package milepost.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import milepost.access.Role;

/** How long the page of a roadmap takes and how large it is with ten and with 510 milestones. Run its main. */
public final class ManyMilestonesBenchmark {
    private static final int ROUNDS = 60;

    private ManyMilestonesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (Site site = Site.open("2026-03-02T09:00:00Z")) {
            String session = site.people().signInWithLink(site.people().link(Site.name(Role.VIEWER)));
            measure(site, session, "10 milestones", "/roadmaps/REE");
            ManyMilestonesTest.fill(site, 500);
            measure(site, session, "510 milestones", "/roadmaps/REE");
            measure(site, session, "510, one group unfolded", "/roadmaps/REE?open=Mining");
            measure(site, session, "510 in one piece", "/roadmaps/REE?group=none");
            measure(site, session, "flags of 510", "/flags?state=open");
        }
    }

    private static void measure(Site site, String session, String what, String path) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + session)
                .build();
        List<Long> nanos = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            size = http.send(request, BodyHandlers.ofByteArray()).body().length;
            nanos.add(System.nanoTime() - begin);
        }
        List<Long> warm = nanos.subList(ROUNDS / 2, ROUNDS).stream().sorted().toList();
        System.out.printf(
                "%-26s median %6.1f ms, worst %6.1f ms, %5d kB%n",
                what, warm.get(warm.size() / 2) / 1e6, warm.get(warm.size() - 1) / 1e6, size / 1024);
    }
}
