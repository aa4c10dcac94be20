package milepost.exchange.intake.heading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import milepost.exchange.intake.reading.Units;
import milepost.exchange.intake.reading.Words;
import org.jspecify.annotations.Nullable;

/** Guesses what a column holds by the words of its heading, in any order and spelling. */
public final class Headings {
    private static final Set<String> NARRATIVE = Set.of(
            "narrative",
            "commentary",
            "comment",
            "comments",
            "note",
            "notes",
            "remark",
            "remarks",
            "explanation",
            "rationale");
    private static final Set<String> PLAIN = Set.of(
            "project",
            "projects",
            "programme",
            "program",
            "milestone",
            "task",
            "activity",
            "deliverable",
            "gmpp",
            "name",
            "title",
            "the",
            "of",
            "official",
            "full");
    private static final Set<String> GROUP = Set.of(
            "department",
            "dept",
            "ministry",
            "stream",
            "workstream",
            "organisation",
            "organization",
            "agency",
            "directorate");
    private static final Set<String> DATE = Set.of("date", "on", "by");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d|\\d{4} \\d{2,4}");
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)?|\\[[^\\]]*\\]?");

    private static final Set<String> USUAL =
            Set.of("rating", "whole-life cost", "whole-life benefit", "year baseline", "year forecast");
    private static final int LONGEST = 400;

    /** What stands in our own tables and follows from the record. */
    private static final Set<String> OURS =
            Set.of("late after", "first promise", "requires", "slips", "active flags", "source", "source address");

    private final Set<String> words;
    private final Set<String> all;
    private final String heading;

    private Headings(String heading) {
        this.heading = heading;
        this.all = Words.of(heading);
        String main = Words.key(ASIDE.matcher(heading).replaceAll(" "));
        this.words = main.isEmpty() ? all : Words.of(main);
    }

    /** What a heading says; {@link Target#IGNORE} for an empty one. */
    public static Meaning guess(String heading) {
        String key = Words.key(heading);
        return key.isEmpty() || OURS.contains(key) ? Meaning.IGNORED : new Headings(heading).guess();
    }

    /**
     * How much a row looks like headings: many known kinds among few cells; 0 when none of them names the milestones.
     *
     * @param told headings that a profile knows
     * @param least how many kinds there must be
     */
    static double likeness(Collection<String> row, Set<String> told, int least) {
        Set<Object> kinds = new HashSet<>();
        int filled = 0;
        for (String cell : row) {
            if (cell.length() <= LONGEST && told.contains(Words.key(cell))) {
                kinds.add(cell);
            }
            Meaning meaning = cell.length() > LONGEST ? Meaning.IGNORED : guess(cell);
            filled += Words.line(cell).isEmpty() ? 0 : 1;
            if (meaning.target() == Target.AMOUNT || meaning.target() == Target.RATING) {
                kinds.add(USUAL.contains(String.valueOf(meaning.name())) ? String.valueOf(meaning.name()) : "");
            } else if (meaning.target() != Target.IGNORE && meaning.target() != Target.VALUE) {
                kinds.add(meaning.target());
            }
        }
        kinds.remove("");
        boolean named = kinds.stream().anyMatch(kind -> kind instanceof String text && told.contains(Words.key(text)))
                || kinds.contains(Target.TITLE)
                || kinds.contains(Target.KEY)
                || kinds.contains(Target.ID);
        return named && kinds.size() >= least ? (double) kinds.size() * kinds.size() / filled : 0;
    }

    private Meaning guess() {
        if (any(words, "description", "aims", "aim", "objective", "objectives", "purpose", "scope")
                && !any(words, "rating")) {
            return Meaning.of(Target.DESCRIPTION);
        }
        if (any(words, NARRATIVE)) {
            return value();
        }
        Meaning meaning = amount();
        if (meaning == null) {
            meaning = date();
        }
        if (meaning == null) {
            meaning = identity();
        }
        return meaning == null ? value() : meaning;
    }

    private @Nullable Meaning amount() {
        String unit = Units.of(heading);
        boolean benefit = any(words, "benefit", "benefits");
        if (any(words, "wlc") || (any(words, "life") && any(words, "cost", "costs")) || any(words, "lifecycle")) {
            return new Meaning(Target.AMOUNT, benefit ? "whole-life benefit" : "whole-life cost", unit);
        }
        if (any(words, "variance")) {
            boolean percent = "%".equals(unit) || any(all, "percent", "percentage", "age", "pct");
            return new Meaning(Target.VALUE, percent ? "year variance %" : "year variance", percent ? "%" : unit);
        }
        boolean year = any(words, "fy", "year", "yearly", "annual", "financial", "year")
                || YEAR.matcher(Words.key(heading)).find();
        boolean money = unit != null && !unit.equals("%");
        if (benefit) {
            return new Meaning(Target.AMOUNT, "benefit", unit);
        }
        if ((year || money) && any(words, "baseline", "budget") && !any(words, "date", "start", "end")) {
            return new Meaning(Target.AMOUNT, year ? "year baseline" : "baseline", unit);
        }
        if ((year || money) && any(words, "forecast", "outturn") && !any(words, "date", "start", "end")) {
            return new Meaning(Target.AMOUNT, year ? "year forecast" : "forecast cost", unit);
        }
        return money ? new Meaning(Target.AMOUNT, name(), unit) : null;
    }

    private @Nullable Meaning date() {
        if (any(words, "rag", "dca", "rating") || (any(words, "confidence") && any(words, "delivery", "assessment"))) {
            return new Meaning(Target.RATING, any(words, "sro", "previous", "prior", "last") ? name() : "rating", null);
        }
        if (any(words, "completed", "actual", "achieved", "finished") || only(words, "completion", "date")) {
            return any(words, "start") ? value() : Meaning.of(Target.COMPLETED);
        }
        if (any(words, "baseline", "original", "previous")) {
            return any(words, "date", "end", "start", "due", "baseline") ? value() : null;
        }
        if (any(words, "forecast", "expected", "estimated")) {
            return any(words, "start") ? value() : Meaning.of(Target.FORECAST);
        }
        if (any(words, "start", "begin", "begins", "commencement", "from")) {
            return Meaning.of(Target.START);
        }
        boolean end = any(words, "end", "due", "finish", "deadline", "completion", "target", "until");
        return end && (words.size() <= 2 || any(words, DATE)) ? Meaning.of(Target.DUE) : null;
    }

    private @Nullable Meaning identity() {
        if (only(words, "key") || only(words, "milestone", "key")) {
            return Meaning.of(Target.KEY);
        }
        if (any(words, "id", "identifier", "uid", "ref", "reference", "number", "no")) {
            return Meaning.of(Target.ID);
        }
        if (PLAIN.containsAll(words) && !only(words, "the", "of")) {
            return Meaning.of(Target.TITLE);
        }
        if (any(words, GROUP)) {
            return Meaning.of(Target.STREAM);
        }
        if (any(words, "owner", "officer", "sro", "lead", "responsible", "assignee")) {
            return Meaning.of(Target.OWNER);
        }
        if (only(words, "stage") || only(words, "status") || only(words, "state") || only(words, "project", "status")) {
            return Meaning.of(any(words, "stage") ? Target.STAGE : Target.STATUS);
        }
        return any(words, "progress") || (any(words, "complete", "done") && heading.contains("%"))
                ? Meaning.of(Target.PROGRESS)
                : null;
    }

    private Meaning value() {
        return new Meaning(Target.VALUE, name(), Units.of(heading));
    }

    private String name() {
        String main = Words.key(ASIDE.matcher(heading).replaceAll(" "));
        return Words.cut(main.isEmpty() ? Words.key(heading) : main, 80);
    }

    private static boolean any(Set<String> words, String... wanted) {
        return any(words, List.of(wanted));
    }

    private static boolean any(Set<String> words, Collection<String> wanted) {
        return wanted.stream().anyMatch(words::contains);
    }

    private static boolean only(Set<String> words, String... wanted) {
        return words.equals(Set.of(wanted));
    }

    /** Every target but those that take a name once: the first column that has it keeps it, the others are other values. */
    static List<Column> columns(List<String> headings) {
        List<Column> columns = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = Words.line(headings.get(i));
            Meaning meaning = guess(headings.get(i));
            if (meaning.target() != Target.IGNORE && !taken.add(kind(meaning))) {
                String name = new Headings(headings.get(i)).name();
                meaning = new Meaning(Target.VALUE, name, meaning.unit());
                for (int n = 2; !taken.add(kind(meaning)); n++) {
                    meaning = new Meaning(Target.VALUE, Words.cut(name, 76) + " " + n, meaning.unit());
                }
            }
            columns.add(new Column(i, Words.cut(heading, 300), meaning));
        }
        return columns;
    }

    private static Object kind(Meaning meaning) {
        return meaning.name() != null ? meaning.name() : meaning.target();
    }
}
