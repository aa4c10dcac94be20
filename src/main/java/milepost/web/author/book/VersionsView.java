package milepost.web.author.book;

import java.util.List;
import milepost.rules.book.RulesetVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the list of versions prints.
 *
 * @param current number of the version in use
 * @param next address of the versions before these
 */
public record VersionsView(
        long current,
        List<RulesetVersion> versions,
        @Nullable String next) {}
