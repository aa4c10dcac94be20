package milepost.web.manager.flags;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import milepost.facts.Severity;
import milepost.flags.life.FlagTally;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One group of choices beside the list.
 *
 * @param name of the choice in the address
 */
public record Facet(String title, String name, List<Option> options) {

    /**
     * One choice.
     *
     * @param severity to draw its mark, null for other choices
     * @param count how many flags choosing it would show, the other choices as they are
     */
    public record Option(
            String value, String label, @Nullable Severity severity, boolean chosen, int count) {}

    /** The choices beside the list, each with its count. */
    static List<Facet> all(FlagFilter filter, List<FlagTally> tallies, Names names) {
        return List.of(
                severities(filter, tallies),
                new Facet(
                        "Roadmap",
                        "roadmap",
                        options(
                                filter.roadmaps(),
                                filter.with(f -> f.roadmaps(List.of())),
                                tallies,
                                FlagTally::roadmap,
                                names::roadmap)),
                new Facet(
                        "Category",
                        "category",
                        options(
                                filter.folders(),
                                filter.with(f -> f.folders(List.of())),
                                tallies,
                                FlagTally::folder,
                                Words::sentence)),
                new Facet(
                        "Assigned to",
                        "assigned",
                        options(
                                filter.assignees(),
                                filter.with(f -> f.assignees(List.of())),
                                tallies,
                                FlagFilter::assigned,
                                names::assignee)));
    }

    private static Facet severities(FlagFilter filter, List<FlagTally> tallies) {
        FlagFilter any = filter.with(f -> f.severities(List.of()));
        List<Option> options = Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(s -> new Option(
                        s.name(),
                        Words.severity(s),
                        s,
                        filter.severities().contains(s),
                        count(tallies, any::accepts, t -> t.severity() == s)))
                .toList();
        return new Facet("Severity", "severity", options);
    }

    private static List<Option> options(
            List<String> chosen,
            FlagFilter others,
            List<FlagTally> tallies,
            Function<FlagTally, String> key,
            Function<String, String> label) {
        return Stream.concat(tallies.stream().map(key), chosen.stream())
                .distinct()
                .sorted()
                .map(value -> new Option(
                        value,
                        label.apply(value),
                        null,
                        chosen.contains(value),
                        count(tallies, others::accepts, t -> key.apply(t).equals(value))))
                .toList();
    }

    private static int count(List<FlagTally> tallies, Predicate<FlagTally> accepted, Predicate<FlagTally> choice) {
        return tallies.stream()
                .filter(accepted.and(choice))
                .mapToInt(FlagTally::count)
                .sum();
    }
}
