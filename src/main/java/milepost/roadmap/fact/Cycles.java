package milepost.roadmap.fact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Dependency;

/** Finds circles among dependencies. */
public final class Cycles {
    private Cycles() {}

    /** The circle that this dependency closes, from its predecessor back to it. */
    static Optional<List<String>> find(List<Dependency> all, Dependency closing) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(closing.successor()));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (at.equals(closing.predecessor())) {
                return Optional.of(path(cameFrom, closing));
            }
            for (Dependency next : all) {
                if (next.predecessor().equals(at) && cameFrom.putIfAbsent(next.successor(), at) == null) {
                    open.push(next.successor());
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> path(Map<String, String> cameFrom, Dependency closing) {
        List<String> path = new ArrayList<>(List.of(closing.predecessor()));
        String at = closing.predecessor();
        while (!at.equals(closing.successor())) {
            at = cameFrom.getOrDefault(at, closing.successor());
            path.add(0, at);
        }
        path.add(0, closing.predecessor());
        return path;
    }
}
