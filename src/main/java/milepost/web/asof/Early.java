package milepost.web.asof;

import java.time.LocalDate;
import java.util.List;
import milepost.web.layout.Crumb;
import milepost.web.layout.Words;

/**
 * What stands in place of a page in a moment in which what it is about was not recorded yet.
 *
 * @param title of what the page is about
 * @param sentence what was not there, and since when it is
 * @param first address of the first moment in which there is something to show
 */
public record Early(List<Crumb> crumbs, String title, String key, Control control, String sentence, String first) {

    /**
     * The page of something that was first recorded on a day. */
    public static Early of(List<Crumb> crumbs, String title, String key, Control control, LocalDate day) {
        String sentence = "Nothing is recorded of it for "
                + Words.day(control.moment().day()) + ". It was first recorded on " + Words.day(day) + ".";
        return new Early(crumbs, title, key, control, sentence, control.path() + "?asOf=" + day);
    }
}
