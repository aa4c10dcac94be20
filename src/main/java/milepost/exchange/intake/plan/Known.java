package milepost.exchange.intake.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import milepost.exchange.intake.heading.Target;
import milepost.exchange.intake.reading.Words;
import milepost.facts.Attribute;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/** The milestones a roadmap has, found by key, by their identifier elsewhere, or by name; each is found once. */
public final class Known {
    /** How a row was recognised. */
    enum By {
        KEY,
        ID,
        NAME,
        PERSON
    }

    record Match(Milestone milestone, By by) {}

    private final Map<String, Milestone> byKey = new HashMap<>();
    private final Map<String, Milestone> byId = new HashMap<>();
    private final Map<String, Deque<Milestone>> byName = new HashMap<>();
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();
    private final String prefix;
    private long next = 1;

    Known(String roadmap, @Nullable Snapshot snapshot) {
        prefix = roadmap + "-";
        if (snapshot == null) {
            return;
        }
        snapshot.milestones().forEach(this::add);
        for (Attribute attribute : snapshot.attributes()) {
            attributes.put(attribute.key(), attribute);
            Milestone milestone = byKey.get(low(attribute.milestone()));
            if (attribute.name().equals(Target.ID.attribute()) && attribute.text() != null && milestone != null) {
                byId.put(low(attribute.text()), milestone);
            }
        }
    }

    private void add(Milestone milestone) {
        byKey.put(low(milestone.key()), milestone);
        byName.computeIfAbsent(Words.name(milestone.title()), name -> new ArrayDeque<>())
                .add(milestone);
        String rest = milestone.key().startsWith(prefix) ? milestone.key().substring(prefix.length()) : "";
        if (rest.matches("[0-9]{1,9}")) {
            next = Math.max(next, Long.parseLong(rest) + 1);
        }
    }

    /** The milestone a row is about; empty when it is about a new one. */
    Optional<Match> find(String key, String id, String title) {
        if (!key.isEmpty()) {
            return take(byKey.get(low(key)), By.KEY);
        }
        Optional<Match> same = id.isEmpty() ? Optional.empty() : take(byId.get(low(id)), By.ID);
        if (same.isPresent() || title.isEmpty()) {
            return same;
        }
        Deque<Milestone> named = byName.getOrDefault(Words.name(title), new ArrayDeque<>());
        while (!named.isEmpty()) {
            Milestone first = named.removeFirst();
            boolean another = !id.isEmpty() && attributes.containsKey(first.key() + "=" + Target.ID.attribute());
            if (!taken.contains(first.key()) && !another) {
                return take(first, By.NAME);
            }
        }
        return Optional.empty();
    }

    /** Takes a key for a new milestone; false when another row has it. */
    boolean claim(String key) {
        return !byKey.containsKey(low(key)) && claimed.add(low(key));
    }

    private Optional<Match> take(@Nullable Milestone milestone, By by) {
        if (milestone == null || !taken.add(milestone.key())) {
            return Optional.empty();
        }
        return Optional.of(new Match(milestone, by));
    }

    /** The milestone that a person says a row is about. */
    Optional<Match> named(String key) {
        return take(byKey.get(low(key)), By.PERSON);
    }

    /** A key nobody has. */
    String fresh() {
        String key = prefix + next++;
        while (byKey.containsKey(low(key)) || claimed.contains(low(key))) {
            key = prefix + next++;
        }
        return key;
    }

    @Nullable Attribute attribute(String milestone, String name) {
        return attributes.get(milestone + "=" + name);
    }

    /** Milestones that no row was about. */
    long untouched() {
        return byKey.values().stream().filter(m -> !taken.contains(m.key())).count();
    }

    /** Those of them a title could mean, the likeliest first. */
    Optional<Milestone> findLike(String title) {
        Set<String> words = words(title);
        if (words.isEmpty() || byKey.size() > 5_000) {
            return Optional.empty();
        }
        Milestone best = null;
        double most = 0.6;
        for (Milestone milestone : byKey.values()) {
            if (!taken.contains(milestone.key())) {
                double like = like(words, words(milestone.title()));
                if (like >= most) {
                    most = like;
                    best = milestone;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Set<String> words(String title) {
        Set<String> words = new HashSet<>(java.util.List.of(Words.name(title).split(" ")));
        words.removeAll(Set.of("the", "of", "for", "and", "programme", "project", "program", "formerly"));
        return words;
    }

    private static double like(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return (double) both / Math.max(1, a.size() + b.size() - both);
    }

    private static String low(String text) {
        return Objects.requireNonNull(text).toLowerCase(Locale.ROOT);
    }
}
