package milepost.roadmap;

import java.time.Duration;
import java.util.List;
import milepost.facts.Snapshot;
import milepost.flags.life.FlagChanges;
import milepost.roadmap.store.Change;
import milepost.rules.engine.run.RuleFailure;
import org.jspecify.annotations.Nullable;

/**
 * What an edit did, or would do.
 *
 * @param change null when nothing was stored: a preview, or an edit that changes nothing
 * @param after the roadmap with the edit
 * @param evaluation how long the rules took
 */
public record Saved(
        @Nullable Change change, Snapshot after, FlagChanges flags, List<RuleFailure> setAside, Duration evaluation) {}
