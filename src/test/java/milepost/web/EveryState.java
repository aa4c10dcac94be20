package milepost.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.web.EveryPage.Stop;

/** The walk through a new server, one with the example and what people did on it, and one with many milestones. */
final class EveryState {
    private static final Path PATHS = Path.of("src/test/resources/milepost/web/every-page.txt");
    private static final Path ROUTES = Path.of("src/test/resources/milepost/web/routes.txt");
    private static final List<Role> ROLES = List.of(Role.ADMIN, Role.MANAGER, Role.OFFICER, Role.VIEWER, Role.AUTHOR);

    private final Site site;
    private final EveryStops stops = new EveryStops();

    private EveryState(Site site) {
        this.site = site;
    }

    static void walk(List<String> names) {
        try (Site empty = Site.empty("2025-12-03T09:00:00Z")) {
            EveryState of = new EveryState(empty);
            of.plain("empty", List.of(Role.ADMIN));
            of.visit("empty", names);
        }
        try (Site full = Site.open("2025-11-24T09:00:00Z")) {
            EveryState of = new EveryState(full);
            EveryStage stage = new EveryStage(full);
            stage.fill();
            of.plain("full", ROLES);
            new EveryDesk(stage, of.stops).add();
            new EveryForm(stage, of.stops).add();
            of.visit("full", names);
            of.missing();
        }
        try (Site many = Site.open("2026-03-02T09:00:00Z")) {
            many.roadmaps().sweep();
            ManyMilestonesTest.fill(many, 300);
            EveryState of = new EveryState(many);
            of.plain("many", List.of(Role.MANAGER));
            of.visit("many", names);
        }
    }

    private void visit(String place, List<String> names) {
        EveryPage every = new EveryPage(site, place);
        for (Stop stop : stops.all()) {
            if (names.isEmpty() || names.stream().anyMatch((place + "-" + stop.name())::startsWith)) {
                every.visit(stop);
            }
        }
    }

    /** Every address that each of these roles may ask for. */
    private void plain(String place, List<Role> roles) {
        for (Role role : roles) {
            lines(PATHS)
                    .filter(line -> line.startsWith(place + " "))
                    .forEach(line -> stops.at(role, filled(line.substring(place.length() + 1))));
        }
    }

    /** With numbers of flags in the place of the words for them. */
    private String filled(String path) {
        if (!path.contains("{")) {
            return path;
        }
        List<Flag> all = site.flags().list(FlagQuery.all());
        return path.replace("{flag}", number(all, flag -> flag.rule().equals("schedule/deadline-missed")))
                .replace("{resolved}", number(all, flag -> flag.state() == FlagState.RESOLVED))
                .replace("{commented}", number(all, flag -> flag.triage() == Triage.ACKNOWLEDGED))
                .replace("{accepted}", number(all, flag -> flag.triage() == Triage.ACCEPTED));
    }

    private static String number(List<Flag> flags, Predicate<Flag> such) {
        return String.valueOf(
                flags.stream().filter(such).findFirst().orElseThrow().id());
    }

    /** Names the pages that no stop shows. */
    private void missing() {
        List<String> shown = stops.all().stream()
                .map(stop -> stop.path().replaceFirst("[?].*", ""))
                .toList();
        List<String> left = lines(ROUTES)
                .filter(line -> line.startsWith("GET /") && !line.startsWith("GET /api/"))
                .map(line -> line.split(" ")[1])
                .filter(route -> shown.stream().noneMatch(pattern(route).asMatchPredicate()))
                .toList();
        System.out.println("Not visited: " + left);
    }

    private static Pattern pattern(String route) {
        return Pattern.compile(Stream.of(route.split("(?=[{<])|(?<=[}>])"))
                .map(part -> part.matches("[{<].*") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining()));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
