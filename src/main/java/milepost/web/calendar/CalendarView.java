package milepost.web.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar page prints.
 *
 * @param base address of the roadmap's page
 * @param fresh an address just made, which is shown once; else null
 */
public record CalendarView(
        String roadmap, String base, @Nullable String fresh, List<Address> addresses) {

    /** An address of the visitor; the address itself is not stored. */
    public record Address(long id, String created) {}
}
