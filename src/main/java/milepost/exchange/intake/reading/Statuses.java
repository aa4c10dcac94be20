package milepost.exchange.intake.reading;

import java.util.Optional;
import milepost.facts.Status;

/** Words for a status, as trackers of all kinds use them. */
public final class Statuses {
    private Statuses() {}

    public static Optional<Status> find(String words) {
        return Optional.ofNullable(
                switch (Words.key(words)) {
                    case "planned", "not started", "proposed", "open", "new", "to do", "todo", "backlog", "pipeline" ->
                        Status.PLANNED;
                    case "in progress",
                            "ongoing",
                            "on going",
                            "active",
                            "started",
                            "underway",
                            "under way",
                            "on track",
                            "delivery",
                            "in delivery" -> Status.IN_PROGRESS;
                    case "blocked", "on hold", "stopped", "paused", "stalled", "suspended", "waiting" -> Status.BLOCKED;
                    case "done", "complete", "completed", "delivered", "closed", "finished", "achieved" -> Status.DONE;
                    case "cancelled", "canceled", "terminated", "abandoned", "withdrawn", "dropped" -> Status.CANCELLED;
                    default -> null;
                });
    }
}
