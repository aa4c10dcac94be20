package milepost.rules.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The facts that a session knows; the same means the same object. */
final class Present {
    private final Map<Object, FactHandle> handles = new IdentityHashMap<>();
    private List<?> facts = List.of();

    /**
     * Tells the session what came and what went. Lists of facts mostly differ in a few places, so both are walked side by side;
     * whatever their order is, the session ends up with exactly these. A fact that stands after one it stood before goes and comes
     * again, so that lists a rule has gathered are put in order again.
     */
    void become(List<?> wanted, KieSession session) {
        Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> come = new ArrayList<>();
        int at = 0;
        for (Object fact : wanted) {
            if (at < facts.size() && facts.get(at) == fact) {
                at++;
            } else if (!handles.containsKey(fact)) {
                come.add(fact);
            } else if (gone.contains(fact)) {
                come.add(fact);
            } else {
                while (facts.get(at) != fact) {
                    gone.add(facts.get(at++));
                }
                at++;
            }
        }
        gone.addAll(facts.subList(at, facts.size()));
        gone.forEach(fact -> session.delete(handles.remove(fact)));
        come.forEach(fact -> handles.put(fact, session.insert(fact)));
        facts = wanted;
    }
}
