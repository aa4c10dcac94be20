package milepost.web.officer.choice;

import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Status;
import milepost.web.layout.Words;

/**
 * The form above the milestones.
 *
 * @param shown how many are asked for, of how many
 * @param clear address without any filter
 * @param columns the columns that can be hidden
 */
public record ChoiceView(
        Choice choice,
        Grouping grouping,
        List<Grouping> groupings,
        List<Option> statuses,
        List<Option> owners,
        int shown,
        int total,
        String clear,
        List<Column> columns) {

    /** One choice of a filter. */
    public record Option(String value, String label, boolean chosen) {}

    /** A column of the table, with the address that hides it or shows it again. */
    public record Column(String label, boolean hidden, String href) {}

    /** The columns that can be hidden, by the place they have in the table, from 1. */
    private static final List<String> COLUMNS =
            List.of("", "", "Status", "Progress", "Due", "Forecast", "Officer", "Depends on", "Flags", "Updated");

    public static ChoiceView of(Choice choice, List<Milestone> all, List<Milestone> chosen) {
        return new ChoiceView(
                choice,
                choice.grouping(chosen),
                List.of(Grouping.values()),
                Stream.of(Status.values())
                        .map(s -> new Option(
                                s.name(), Words.status(s), choice.all("status").contains(s.name())))
                        .toList(),
                all.stream()
                        .map(Grouping.OWNER::of)
                        .distinct()
                        .sorted()
                        .map(o -> new Option(o, o, choice.all("owner").contains(o)))
                        .toList(),
                chosen.size(),
                all.size(),
                choice.cleared(),
                columns(choice));
    }

    /** Whether the form stands open: there are many milestones, or some are left out. */
    public boolean open() {
        return total > Choice.FEW || choice.narrowed();
    }

    /** The classes that hide columns. */
    public String hiding() {
        StringBuilder classes = new StringBuilder();
        columns.stream()
                .filter(Column::hidden)
                .forEach(c -> classes.append(" h").append(COLUMNS.indexOf(c.label()) + 1));
        return classes.toString();
    }

    private static List<Column> columns(Choice choice) {
        return COLUMNS.stream()
                .filter(label -> !label.isEmpty())
                .map(label -> new Column(label, choice.all("hide").contains(label), choice.toggled("hide", label)))
                .toList();
    }
}
