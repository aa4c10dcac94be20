package milepost.web.author.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the guide, or one page of advice, prints.
 *
 * @param code names the advice; null for the guide itself
 * @param sections the headings to jump to
 * @param html the text; made by the program from its own files
 * @param advice every kind of advice there is
 */
public record GuideView(
        String title, @Nullable String code, List<Markdown.Section> sections, String html, List<Advice> advice) {

    /** A kind of advice. */
    public record Advice(String code, String title) {}
}
