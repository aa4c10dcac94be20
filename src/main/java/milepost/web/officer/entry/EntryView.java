package milepost.web.officer.entry;

import java.util.List;
import java.util.stream.Stream;
import milepost.facts.RestrictionKind;
import milepost.web.layout.Words;
import milepost.web.officer.form.Conflict;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Option;
import org.jspecify.annotations.Nullable;

/**
 * A short form on its page.
 *
 * @param kind null for the head of a roadmap
 * @param heading of the page, such as {@code Add an event}
 * @param address where it is sent
 * @param back the page it came from
 * @param removal where it can be removed, null for something new
 */
public record EntryView(
        @Nullable FactKind kind,
        String heading,
        String roadmap,
        String address,
        String back,
        @Nullable String removal,
        Form form,
        List<Option> stages,
        List<Option> indicators,
        @Nullable Conflict conflict) {

    public static List<Option> restrictionKinds() {
        return Stream.of(RestrictionKind.values())
                .map(kind -> new Option(kind.name(), Words.sentence(kind.name())))
                .toList();
    }
}
