package milepost.web.officer.roadmap;

import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Status;
import milepost.web.layout.Words;
import milepost.web.officer.choice.Choice;
import milepost.web.officer.form.Conflict;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Option;
import org.jspecify.annotations.Nullable;

/**
 * One value of a milestone being edited.
 *
 * @param address where it is saved
 * @param choice what is chosen on the page it belongs to
 * @param form what was typed, with what is wrong
 * @param refusal what is wrong with the edit, whatever field it concerns; null when nothing is
 */
public record CellView(
        CellField field,
        String milestone,
        String title,
        String roadmap,
        String address,
        Choice choice,
        Form form,
        @Nullable String refusal,
        @Nullable Conflict conflict) {

    /** The name of the input for those who do not see where it stands. */
    public String name() {
        return field.label() + " of " + milestone;
    }

    /** Whether the edit is one that must say why. */
    public boolean reasonOwed() {
        return form.error("reason") != null || !form.value("reason").isBlank();
    }

    /** The page it belongs to, at its row. */
    public String back() {
        return choice.address() + "#m-" + milestone;
    }

    public String id() {
        return "cell-" + milestone + "-" + field.word();
    }

    public static List<Option> statuses() {
        return Stream.of(Status.values())
                .map(s -> new Option(s.name(), Words.status(s)))
                .toList();
    }
}
