package milepost.web.officer.milestone;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Redirects;
import org.jspecify.annotations.Nullable;

/** A milestone in front of its roadmap: what its page says, one part at a time, and nothing to fill in. */
public record DrawerView(MilestoneView milestone, Part part) {
    /** The id of the element that takes it, which scripts name when they ask for it alone. */
    public static final String ID = "drawer";

    private static final String WHICH = "m";

    /** The parts, the first of which is shown at first. */
    public enum Part {
        FLAGS,
        DETAILS,
        HISTORY;

        static Part of(@Nullable String word) {
            return Stream.of(values())
                    .filter(part -> part.word().equals(word))
                    .findFirst()
                    .orElse(FLAGS);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the address asks for; empty when it names no milestone, NOT_FOUND when there is none of that key. */
    public static Optional<DrawerView> find(Context ctx, Parts parts, Snapshot snapshot) {
        String key = ctx.queryParam(WHICH);
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        MilestoneRequest request = new MilestoneRequest(ctx, parts, snapshot, key);
        Milestone m = request.milestone();
        EditView edit = EditView.of(request, MilestoneForm.of(snapshot, m), Effect.UNTOUCHED);
        MilestoneView view = MilestoneView.of(request, edit, ReportForm.blank(m, request.today()), null);
        return Optional.of(new DrawerView(view, Part.of(ctx.queryParam("part"))));
    }

    /** Whether scripts ask for the drawer alone, because the roadmap is there already. */
    public static boolean alone(Context ctx) {
        return Objects.equals(ctx.header("HX-Target"), ID);
    }

    public List<Part> parts() {
        return List.of(Part.values());
    }

    /** How many there are in a part, null where nobody counts. */
    public @Nullable String count(Part part) {
        return switch (part) {
            case FLAGS -> String.valueOf(milestone.flags().size());
            case DETAILS -> null;
            case HISTORY -> String.valueOf(milestone.milestone().recorded().version());
        };
    }

    public String roadmap() {
        return Links.roadmap(milestone.edit().roadmap());
    }

    /** The address of the roadmap with this part of the milestone in front of it. */
    public String href(Part part) {
        String first = href(roadmap(), milestone.milestone().key());
        return part == Part.FLAGS ? first : first + "&part=" + part.word();
    }

    /** The address of a roadmap with a milestone in front of it. */
    public static String href(String roadmap, String key) {
        return roadmap + "?" + WHICH + "=" + Redirects.encode(key);
    }
}
