package milepost.web.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import milepost.facts.Dependency;
import milepost.facts.Milestone;

/**
 * The arrows between milestones: from the mark of the predecessor down or up its column, then across to where the successor
 * begins. When the successor begins in the same column the arrow steps aside of marks that stand between. What waits for, or is
 * waited for by, a milestone of a folded group has its arrow at the heading of the group, one from there to each row.
 */
final class LinkLayout {
    private static final int MARK = 9;
    private static final int BAR = 5;
    private static final int ASIDE = 14;

    private final Places places;

    LinkLayout(Places places) {
        this.places = places;
    }

    List<Timeline.Link> links(List<Dependency> dependencies) {
        List<Timeline.Link> links = new ArrayList<>();
        Set<List<Integer>> headed = new HashSet<>();
        for (Dependency d : dependencies) {
            OptionalInt from = places.find(d.predecessor());
            OptionalInt to = places.find(d.successor());
            if (from.isPresent() && to.isPresent() && drawn(from.getAsInt(), to.getAsInt(), headed)) {
                links.add(link(from.getAsInt(), to.getAsInt()));
            }
        }
        return links;
    }

    private boolean drawn(int from, int to, Set<List<Integer>> headed) {
        if (!places.folded(from) && !places.folded(to)) {
            return true;
        }
        return places.folded(from) != places.folded(to)
                && headed.add(List.of(places.rows().get(from), places.rows().get(to)));
    }

    private Timeline.Link link(int from, int to) {
        Milestone predecessor = places.milestones().get(from);
        Milestone successor = places.milestones().get(to);
        double across = places.begin(successor) - places.end(predecessor);
        boolean aside = across < -Places.TOUCHING && !places.undated(successor);
        boolean straight = Math.abs(across) <= Places.TOUCHING || aside;
        return straight ? down(from, to) : across(from, to);
    }

    private Timeline.Link across(int from, int to) {
        Milestone predecessor = places.milestones().get(from);
        Milestone successor = places.milestones().get(to);
        double x = places.end(predecessor);
        double target = places.begin(successor);
        int y = places.y(to);
        List<Timeline.Piece> pieces =
                List.of(piece(x, x, places.y(from) + side(from, to) * MARK, y), piece(x, target, y, y));
        boolean right = target > x;
        int stop = places.markAtBegin(successor) ? BAR + 3 : 0;
        return new Timeline.Link(
                places.late(predecessor), pieces, Scale.percent(target), right ? -stop : stop, y, right ? "ar" : "al");
    }

    private Timeline.Link down(int from, int to) {
        Milestone predecessor = places.milestones().get(from);
        Milestone successor = places.milestones().get(to);
        double x = places.end(predecessor);
        int side = side(from, to);
        boolean onMark = Math.abs(places.end(successor) - x) < Places.TOUCHING;
        int end = places.y(to) - side * (onMark ? MARK : BAR);
        String head = side > 0 ? "ad" : "au";
        boolean hot = places.late(predecessor);
        if (!blocked(from, to, x)) {
            List<Timeline.Piece> pieces = List.of(piece(x, x, places.y(from) + side * MARK, end));
            return new Timeline.Link(hot, pieces, Scale.percent(x), 0, end, head);
        }
        String at = Scale.percent(x);
        int y = places.y(from);
        int reach = places.y(to) - side * BAR;
        List<Timeline.Piece> pieces = List.of(
                new Timeline.Piece(at, MARK - 1, at, ASIDE, y, y), new Timeline.Piece(at, ASIDE, at, ASIDE, y, reach));
        return new Timeline.Link(hot, pieces, at, ASIDE, reach, head);
    }

    private boolean blocked(int from, int to, double x) {
        return places.milestones().subList(Math.min(from, to) + 1, Math.max(from, to)).stream()
                .anyMatch(m -> !places.folded().contains(m.key()) && Math.abs(places.end(m) - x) < Places.TOUCHING);
    }

    private static Timeline.Piece piece(double x1, double x2, int y1, int y2) {
        return new Timeline.Piece(Scale.percent(x1), 0, Scale.percent(x2), 0, y1, y2);
    }

    /** 1 when the way leads down, -1 up. */
    private static int side(int from, int to) {
        return to > from ? 1 : -1;
    }
}
