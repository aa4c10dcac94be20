package milepost.web.officer.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of fact of a roadmap that have a form of their own, as they stand in addresses. */
public enum FactKind {
    INDICATORS(new IndicatorForm()),
    OBSERVATIONS(new ObservationForm()),
    RESTRICTIONS(new RestrictionForm()),
    EVENTS(new EventForm());

    private final FactForm form;

    FactKind(FactForm form) {
        this.form = form;
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
