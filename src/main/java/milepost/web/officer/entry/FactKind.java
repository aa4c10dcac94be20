package milepost.web.officer.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of fact of a roadmap that have a form of their own, as they stand in addresses. */
public enum FactKind {
    INDICATORS("gauges", new IndicatorForm()),
    OBSERVATIONS("gauges", new ObservationForm()),
    RESTRICTIONS("restrictions", new RestrictionForm()),
    EVENTS("events", new EventForm());

    private final String place;
    private final FactForm form;

    FactKind(String place, FactForm form) {
        this.place = place;
        this.form = form;
    }

    /** Where it is shown on the page of the roadmap. */
    public String place() {
        return place;
    }

    /** The kind with this word. */
    public static Optional<FactKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    public FactForm form() {
        return form;
    }

    /** As in addresses, such as {@code indicators}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
