package milepost.web.officer.entry;

import java.util.Optional;
import milepost.facts.Snapshot;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;

/** The form of one kind of fact: how it is filled and how it is read. */
public sealed interface FactForm permits EventForm, IndicatorForm, ObservationForm, RestrictionForm {

    /** What a person calls it, such as {@code indicator}. */
    String noun();

    /** The record it becomes. */
    Class<?> type();

    /** The form of the fact with this key as recorded. */
    Optional<Form> find(Snapshot snapshot, String key);

    /**
     * The fact as typed.
     *
     * @param key null for a new one
     */
    Object read(Answers answers, Snapshot snapshot, @Nullable String key);
}
