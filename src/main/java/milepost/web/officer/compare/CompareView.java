package milepost.web.officer.compare;

import java.util.List;
import milepost.facts.Severity;
import milepost.web.officer.form.Form;
import milepost.web.officer.history.EntryView;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison prints.
 *
 * @param base address of the roadmap
 * @param form the two moments as typed
 * @param baselines that can be chosen, with their keys
 * @param asked whether there is anything to compare
 * @param from the first moment in words
 * @param empty whether nothing was recorded yet at the first moment
 * @param groups facts by kind
 * @param flags flags that were raised, cleared or are of another severity
 */
public record CompareView(
        String roadmap,
        String base,
        Form form,
        List<Choice> baselines,
        boolean asked,
        String from,
        String to,
        boolean empty,
        List<Group> groups,
        List<FlagRow> flags) {

    /** A moment that can be had with one click. */
    public record Choice(String key, String name, String href) {}

    /** Facts of one kind. */
    public record Group(String kind, int added, int changed, int removed, List<Row> rows) {}

    /** One fact; {@code how} is added, changed or removed. */
    public record Row(String key, String title, @Nullable String href, String how, List<EntryView.Line> lines) {}

    /** One flag then and now; null where it was not active. */
    public record FlagRow(
            String subject,
            String message,
            String href,
            @Nullable Severity before,
            @Nullable Severity after) {}

    /** How many facts are different. */
    public int differences() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }
}
