package milepost.web.officer.exchange;

import java.util.List;
import milepost.facts.Roadmap;
import milepost.web.layout.Links;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Option;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a file is chosen.
 *
 * @param roadmap that takes it in; null for one that is made
 * @param held a file that was sent already and need not be chosen again; null for none
 */
public record UploadView(
        @Nullable String roadmap,
        String address,
        String back,
        Form form,
        List<Option> profiles,
        @Nullable String held) {

    static UploadView of(@Nullable Roadmap into, Form form, List<String> profiles, @Nullable Upload held) {
        String back = into == null ? "/" : Links.roadmap(into.key());
        return new UploadView(
                into == null ? null : into.title(),
                into == null ? "/import" : back + "/import",
                back,
                form,
                profiles.stream().map(name -> new Option(name, name)).toList(),
                held == null ? null : held.file() + ", " + held.size());
    }
}
