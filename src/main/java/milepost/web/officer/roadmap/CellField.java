package milepost.web.officer.roadmap;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import milepost.facts.Status;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.PeriodText;

/** A value of a milestone that can be changed in the table. */
public enum CellField {
    STATUS("Status", "Done records today as the day of completion."),
    PROGRESS("Progress", "A whole number from 0 to 100, in percent."),
    DUE("Due", "Such as " + PeriodText.EXAMPLES + "."),
    FORECAST("Forecast", "Such as " + PeriodText.EXAMPLES + "; empty when there is none."),
    OWNER("Officer", "The person who keeps this milestone true.");

    private final String label;
    private final String hint;

    CellField(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** The field with this word. */
    public static Optional<CellField> find(String word) {
        return Stream.of(values()).filter(field -> field.word().equals(word)).findFirst();
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    /** As in addresses and as the name of the input. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole form of the milestone with this one value typed into it. */
    Form typed(Form recorded, String value) {
        Form form = recorded.with(word(), value);
        boolean done = value.equals(Status.DONE.name());
        return this == STATUS && !done ? form.with("completedOn", "") : form;
    }
}
