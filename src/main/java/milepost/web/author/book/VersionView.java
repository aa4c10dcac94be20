package milepost.web.author.book;

import java.util.List;
import milepost.flags.life.Flag;
import milepost.rules.book.FileDiff;
import milepost.rules.book.RulesetVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a version prints.
 *
 * @param against number of the version it is compared with, 0 for none
 * @param current number of the version in use
 * @param others versions to compare with
 * @param raised flags that are there because of it
 * @param unseen how many of these nobody has looked at or decided about
 * @param comment what was typed for bringing it back
 * @param error why it was not brought back
 */
public record VersionView(
        RulesetVersion version,
        long against,
        long current,
        List<RulesetVersion> others,
        List<FileDiff> diffs,
        List<Flag> raised,
        int unseen,
        String comment,
        @Nullable String error) {}
