package milepost.web.officer.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question before something is removed.
 *
 * @param subject what it is called
 * @param obstacle why it cannot be removed, null when it can
 * @param along what goes with it
 */
public record RemovalView(
        String heading,
        String subject,
        String roadmap,
        String address,
        String back,
        String roadmapHref,
        long version,
        @Nullable String obstacle,
        List<String> along) {}
