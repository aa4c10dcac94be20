package milepost.flags;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.facts.Dependency;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;

/**
 * Which flags follow from another: a flag of the dependency rules about a milestone is explained by a flag about one of its
 * predecessors, and so on back to a flag that nothing explains. Pure.
 */
public final class Consequences {
    private static final String DEPENDENCY = "dependency/";
    private static final String SCHEDULE = "schedule/";

    private final Map<String, List<Flag>> bySubject;
    private final Map<String, List<String>> predecessors;

    private Consequences(List<Flag> flags, List<Dependency> dependencies) {
        this.bySubject = flags.stream()
                .filter(flag -> flag.kind() == SubjectKind.MILESTONE)
                .collect(Collectors.groupingBy(Flag::subject));
        this.predecessors = dependencies.stream()
                .collect(Collectors.groupingBy(
                        Dependency::successor, Collectors.mapping(Dependency::predecessor, Collectors.toList())));
    }

    /**
     * By the id of a consequence, the flag that explains it.
     *
     * @param flags of one roadmap
     */
    public static Map<Long, Flag> of(List<Flag> flags, List<Dependency> dependencies) {
        Consequences graph = new Consequences(flags, dependencies);
        Map<Long, Flag> explained = new HashMap<>();
        for (Flag flag : flags) {
            if (flag.kind() == SubjectKind.MILESTONE && flag.rule().startsWith(DEPENDENCY)) {
                graph.findRoot(flag, new HashSet<>(Set.of(flag.id())))
                        .ifPresent(cause -> explained.put(flag.id(), cause));
            }
        }
        return explained;
    }

    /** Back along the predecessors; a circle of dependencies ends the search. */
    private Optional<Flag> findRoot(Flag flag, Set<Long> seen) {
        if (!flag.rule().startsWith(DEPENDENCY)) {
            return Optional.empty();
        }
        Optional<Flag> cause = causes(flag).stream()
                .filter(candidate -> !seen.contains(candidate.id()))
                .max(Comparator.comparing((Flag f) -> f.rule().startsWith(SCHEDULE))
                        .thenComparing(f -> !f.rule().startsWith(DEPENDENCY))
                        .thenComparing(Flag::severity)
                        .thenComparing(Comparator.comparing(Flag::id).reversed()));
        cause.ifPresent(found -> seen.add(found.id()));
        return cause.map(found -> findRoot(found, seen).orElse(found));
    }

    /** Flags about predecessors that the finding itself was made from; about any predecessor when it names none. */
    private List<Flag> causes(Flag flag) {
        List<String> before = predecessors.getOrDefault(flag.subject(), List.of());
        List<String> named = before.stream()
                .filter(key -> flag.evidence().stream().anyMatch(e -> key.equals(e.key())))
                .toList();
        return (named.isEmpty() ? before : named)
                .stream()
                        .flatMap(key -> bySubject.getOrDefault(key, List.of()).stream())
                        .toList();
    }
}
