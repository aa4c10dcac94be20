package milepost.rules.engine;

import milepost.facts.AsOf;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Finding;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Restriction;
import milepost.facts.Roadmap;
import milepost.facts.Source;
import milepost.facts.Stage;
import org.jspecify.annotations.Nullable;

/** How a fact is named in evidence. */
final class FactKeys {
    private FactKeys() {}

    static @Nullable String key(@Nullable Object fact) {
        if (fact instanceof Milestone m) {
            return m.key();
        }
        if (fact instanceof Indicator i) {
            return i.key();
        }
        if (fact instanceof Observation o) {
            return o.key();
        }
        if (fact instanceof Dependency d) {
            return d.predecessor() + ">" + d.successor();
        }
        if (fact instanceof Participant p) {
            return p.key();
        }
        if (fact instanceof Restriction r) {
            return r.key();
        }
        if (fact instanceof ProgressUpdate u) {
            return u.key();
        }
        if (fact instanceof Roadmap r) {
            return r.key();
        }
        if (fact instanceof Event e) {
            return e.key();
        }
        if (fact instanceof Stage s) {
            return s.name();
        }
        if (fact instanceof Finding f) {
            return f.rule() + " " + f.subject();
        }
        return null;
    }

    static String text(Record fact) {
        String key = fact instanceof AsOf day ? day.date().toString() : key(fact);
        if (key != null) {
            return key;
        }
        return fact instanceof Source source ? source.title() : fact.toString();
    }
}
