package milepost.web.officer.notes;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import milepost.access.Role;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Comment;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import milepost.web.officer.form.Form;
import milepost.web.officer.slips.PromiseText;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the facts of a milestone.
 *
 * @param home address of the milestone
 * @param history address of everything that happened to the milestone and to what belongs to it
 * @param promise how its due date moved; null when it never had one
 * @param officer whether the visitor may comment
 * @param manager whether the visitor may set another first promise
 * @param earlier address of all comments, null when these are all
 * @param form of the next comment
 */
public record NotesView(
        String home,
        String history,
        @Nullable PromiseText promise,
        boolean officer,
        boolean manager,
        List<Line> comments,
        @Nullable String earlier,
        Form form) {
    /** How many comments are shown on the page of a milestone. */
    private static final int SHOWN = 10;

    /** One comment. */
    public record Line(String by, String at, String text) {}

    public static NotesView of(Context ctx, Parts parts, Snapshot now, String milestone) {
        String roadmap = now.roadmap().key();
        List<Comment> comments = parts.roadmaps().comments().list(roadmap, milestone, null, SHOWN + 1);
        Role role = Visitor.person(ctx).role();
        String history = Links.roadmap(roadmap) + "/history?milestone=" + Redirects.encode(milestone);
        return new NotesView(
                Links.milestone(roadmap, milestone),
                history,
                parts.roadmaps()
                        .past()
                        .findPromise(roadmap, milestone)
                        .map(p -> PromiseText.of(p, roadmap, now.roadmap().zone()))
                        .orElse(null),
                role.covers(Role.OFFICER),
                role.covers(Role.MANAGER),
                comments.stream()
                        .limit(SHOWN)
                        .map(c -> new Line(
                                c.recorded().by(),
                                Words.time(c.recorded().at(), now.roadmap().zone()),
                                c.text()))
                        .toList(),
                comments.size() > SHOWN ? history + "&kind=COMMENT" : null,
                Form.of(Map.of("text", "")));
    }
}
