package milepost.web.asof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import milepost.web.layout.Redirects;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * The control that moves a page through time.
 *
 * @param path of the page
 * @param keep what else stands in its address
 * @param text the day as it stands in the field: as typed when it cannot be used
 * @param previous where the change before this moment is, null when there is none
 * @param next where the change after this moment is, null when there is none
 * @param track null where a page has no history of its own to draw
 */
public record Control(
        String path,
        List<Kept> keep,
        Moment moment,
        String text,
        @Nullable String previous,
        @Nullable String next,
        @Nullable Track track) {

    /** One parameter of the address that stays as it is. */
    public record Kept(String name, String value) {}

    /**
     * The control of a page.
     *
     * @param parameters those of the address; the moment itself is left out
     */
    public static Control of(String path, Map<String, List<String>> parameters, Moment moment, @Nullable Track track) {
        List<Kept> keep = parameters.entrySet().stream()
                .filter(e -> !List.of("asOf", "knownAt", "saved", "why").contains(e.getKey()))
                .flatMap(e -> e.getValue().stream().map(value -> new Kept(e.getKey(), value)))
                .toList();
        Control bare = new Control(path, keep, moment, text(moment), null, null, track);
        return track == null
                ? bare
                : new Control(
                        path,
                        keep,
                        moment,
                        text(moment),
                        bare.href(track.previous(moment)),
                        bare.href(track.next(moment)),
                        track);
    }

    /** The address of the present. */
    public String today() {
        return address("");
    }

    /** Whether what has changed since a past moment is marked: unless the box for it was cleared. */
    public static boolean marks(List<String> asked) {
        return asked.isEmpty() || !asked.get(asked.size() - 1).equals("off");
    }

    private static String text(Moment moment) {
        String typed = moment.typed();
        return typed == null ? Words.day(moment.day()) : typed;
    }

    private @Nullable String href(@Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        return day.equals(moment.today()) ? today() : address("asOf=" + day);
    }

    private String address(String query) {
        StringBuilder all = new StringBuilder(path);
        char mark = '?';
        for (Kept kept : keep) {
            all.append(mark).append(Redirects.encode(kept.name())).append('=').append(Redirects.encode(kept.value()));
            mark = '&';
        }
        return query.isEmpty() ? all.toString() : all.append(mark).append(query).toString();
    }
}
