package milepost.flags.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.SubjectKind;

/**
 * Carries flags from an earlier key of a rule to its present one: the same flag, with all that people made of it. Pure, like the
 * reconciliation that follows.
 */
public final class Renaming {
    private final Map<Identity, Flag> known = new HashMap<>();
    private final List<Carried> carried = new ArrayList<>();

    private record Identity(String rule, SubjectKind kind, String subject) {
        static Identity of(Flag flag, String rule) {
            return new Identity(rule, flag.kind(), flag.subject());
        }
    }

    /**
     * A flag under its new key.
     *
     * @param from its key until now
     */
    public record Carried(Flag flag, String from) {}

    private Renaming(List<Flag> flags) {
        flags.forEach(flag -> known.put(Identity.of(flag, flag.rule()), flag));
    }

    /**
     * The flags that get another key, each with it.
     *
     * @param keys the present key of each earlier one
     */
    public static List<Carried> of(List<Flag> flags, Map<String, String> keys) {
        if (flags.stream().noneMatch(flag -> keys.containsKey(flag.rule()))) {
            return List.of();
        }
        Renaming renaming = new Renaming(flags);
        for (Flag flag : flags) {
            String key = keys.get(flag.rule());
            if (key != null) {
                renaming.carry(flag, key);
            }
        }
        return renaming.carried;
    }

    /**
     * Where a rule already has a flag about the same subject, that one stays, unless it is over and the other is not: then both change
     * places. So two rules that become one leave one flag, and the other resolves like that of any rule that is gone.
     */
    private void carry(Flag flag, String key) {
        Flag there = known.get(Identity.of(flag, key));
        if (there == null) {
            known.remove(Identity.of(flag, flag.rule()));
            move(flag, key);
        } else if (there.state() == FlagState.RESOLVED && flag.state() != FlagState.RESOLVED) {
            move(there, flag.rule());
            move(flag, key);
        }
    }

    private void move(Flag flag, String key) {
        Flag moved = flag.of(key).next();
        known.put(Identity.of(flag, key), moved);
        carried.add(new Carried(moved, flag.rule()));
    }
}
