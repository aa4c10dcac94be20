package milepost.exchange.intake.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import milepost.exchange.intake.heading.Column;
import milepost.exchange.intake.heading.Meaning;
import milepost.exchange.intake.heading.Target;
import milepost.exchange.intake.reading.Reading;
import milepost.exchange.intake.reading.Statuses;
import milepost.exchange.intake.reading.Words;
import milepost.facts.Attribute;
import milepost.facts.Milestone;
import milepost.facts.Recorded;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import milepost.roadmap.fact.Edit;
import org.jspecify.annotations.Nullable;

/** The edits that one row comes to, and how they read. */
public final class RowEdits {
    private final Request request;
    private final Known known;
    private final Troubles troubles;
    private final int row;
    private final List<Edit> attributes = new ArrayList<>();
    private final List<PlannedRow.Difference> differences = new ArrayList<>();
    private @Nullable Milestone before;
    private MilestoneDraft draft = MilestoneDraft.of("", null, "");

    RowEdits(Request request, Known known, Troubles troubles, int row) {
        this.request = request;
        this.known = known;
        this.troubles = troubles;
        this.row = row;
    }

    void begin(String key, @Nullable Milestone milestone, String title) {
        before = milestone;
        draft = MilestoneDraft.of(key, milestone, title);
    }

    String title() {
        return draft.title;
    }

    void take(Column column, Reading reading) {
        if (reading.trouble() != null) {
            troubles.cell(row, column, reading.trouble(), false);
        }
        Target target = column.meaning().target();
        if (target.date()) {
            date(column, reading);
        } else if (target == Target.STATUS || target == Target.PROGRESS) {
            state(column, reading);
        } else if (!target.named()) {
            words(column, reading);
        }
        keep(column, reading);
    }

    private void date(Column column, Reading reading) {
        TargetDate date = reading.dateTo() != null ? reading.dateTo() : reading.date();
        if (date != null && (date.last().getYear() < 1900 || date.last().getYear() > 2200)) {
            troubles.cell(row, column, "The year must be between 1900 and 2200; the date was left out.", false);
            return;
        }
        if (reading.trouble() != null) {
            return;
        }
        switch (column.meaning().target()) {
            case START -> draft.start = date;
            case DUE -> draft.due = date;
            case FORECAST -> draft.forecast = date;
            default -> completed(column, date);
        }
    }

    private void completed(Column column, @Nullable TargetDate date) {
        if (date != null && date.first().isAfter(request.on())) {
            troubles.cell(row, column, "The completion date lies after " + request.on() + "; it was left out.", false);
            return;
        }
        draft.completedOn = date;
        if (date != null && !mapped(Target.STATUS)) {
            draft.status = Status.DONE;
        }
    }

    private void state(Column column, Reading reading) {
        if (column.meaning().target() == Target.STATUS) {
            status(column, reading.text());
            return;
        }
        BigDecimal percent = reading.number();
        if (percent != null && (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0)) {
            troubles.cell(row, column, "Progress must be from 0 to 100 percent; it was left out.", false);
        } else if (reading.trouble() == null) {
            draft.progress = percent == null
                    ? null
                    : percent.setScale(0, RoundingMode.HALF_UP).intValue();
        }
    }

    private void status(Column column, @Nullable String text) {
        if (text == null) {
            return;
        }
        String refusal =
                "\"" + Words.cut(text, 40) + "\" is no status; write planned, in progress, blocked, done or cancelled.";
        Statuses.find(text)
                .ifPresentOrElse(status -> draft.status = status, () -> troubles.cell(row, column, refusal, false));
    }

    private void words(Column column, Reading reading) {
        String text = reading.text();
        switch (column.meaning().target()) {
            case TITLE -> title(column, text);
            case DESCRIPTION -> draft.description = fit(column, text, 10_000);
            case STREAM -> draft.stream = fit(column, text, 120);
            case OWNER -> draft.owner = fit(column, text, 120);
            case STAGE -> stage(column, text);
            default -> {
                if (text != null
                        && column.meaning().target() == Target.KEY
                        && !text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
                    troubles.cell(
                            row,
                            column,
                            "A key has 1 to 40 letters, digits, dots, dashes or underscores and begins with a letter or digit.",
                            true);
                }
            }
        }
    }

    /** A title that differs in capitals or blanks alone stays as it is. */
    private void title(Column column, @Nullable String text) {
        if (text != null && !Words.name(text).equals(Words.name(draft.title))) {
            draft.title = Objects.requireNonNull(fit(column, text, 200));
        } else if (before == null && text != null) {
            draft.title = Objects.requireNonNull(fit(column, text, 200));
        }
    }

    private void stage(Column column, @Nullable String text) {
        List<String> stages = request.head().stages();
        String stage = text == null
                ? null
                : stages.stream()
                        .filter(s -> Words.name(s).equals(Words.name(text)))
                        .findFirst()
                        .orElse(null);
        if (text != null && stage == null) {
            troubles.cell(
                    row,
                    column,
                    stages.isEmpty()
                            ? "The roadmap has no stages; the cell was left out."
                            : "The roadmap has no such stage; it has " + String.join(", ", stages) + ".",
                    false);
            return;
        }
        draft.stage = stage;
    }

    private @Nullable String fit(Column column, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            troubles.cell(
                    row,
                    column,
                    "The text has " + text.length() + " characters; the first " + most + " are kept.",
                    false);
        }
        return text == null ? null : Words.cut(text, most);
    }

    /** Keeps what the source says beside the fields of a milestone: named values always, dates where they say more than a date. */
    private void keep(Column column, Reading reading) {
        Meaning meaning = column.meaning();
        String name =
                meaning.target().named() ? meaning.name() : meaning.target().attribute();
        if (name == null) {
            return;
        }
        Attribute old = known.attribute(draft.key, name);
        boolean plain = reading.kind() == ValueKind.VALUE || reading.kind() == ValueKind.BLANK;
        boolean empty = reading.kind() == ValueKind.BLANK
                && (meaning.target() == Target.VALUE
                        || meaning.target() == Target.ID
                        || (before != null && !request.dated()));
        if (old == null
                && (empty || (meaning.target().date() && plain && !request.dated() && reading.trouble() == null))) {
            return;
        }
        Attribute now = attribute(column, name, reading, old);
        if (old == null || !same(old, now)) {
            if (old == null || !said(old).equals(said(now))) {
                differences.add(new PlannedRow.Difference(name, old == null ? null : said(old), said(now)));
            }
            attributes.add(new Edit.Put(now));
        }
    }

    private Attribute attribute(Column column, String name, Reading reading, @Nullable Attribute old) {
        return new Attribute(
                draft.key,
                name,
                reading.kind(),
                fit(column, reading.text(), 20_000),
                reading.number(),
                reading.numberTo(),
                reading.date(),
                reading.dateTo(),
                reading.number() == null && reading.numberTo() == null
                        ? null
                        : column.meaning().unit(),
                request.on(),
                null,
                null,
                null,
                null,
                new Recorded(old == null ? 0 : old.recorded().version(), Instant.EPOCH, ""));
    }

    /** A day that nobody named is no news. */
    private boolean same(Attribute old, Attribute now) {
        return said(old).equals(said(now)) && (!request.dated() || old.on().equals(now.on()));
    }

    /** What it comes to: a number or a date however it is written, else the words. */
    private static String said(Attribute a) {
        if (a.kind() == ValueKind.VALUE && a.number() != null) {
            String number = a.number().stripTrailingZeros().toPlainString();
            return a.unit() == null ? number : number + " " + a.unit();
        }
        if (a.kind() == ValueKind.VALUE && a.date() != null) {
            return a.date().toString();
        }
        String text = a.text() == null ? "" : a.text();
        String why = a.kind() == ValueKind.VALUE || a.kind() == ValueKind.RANGE
                ? ""
                : a.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return why.isEmpty() ? text : text.isEmpty() ? why : why + ": " + text;
    }

    List<Edit> edits() {
        if (draft.start != null && draft.due != null && draft.due.last().isBefore(draft.start.first())) {
            troubles.row(
                    row,
                    "The due date " + draft.due + " is before the start " + draft.start + "; the start was left out.",
                    false);
            draft.start = null;
        }
        if (draft.status != Status.DONE) {
            draft.completedOn = null;
        }
        List<Edit> edits = new ArrayList<>();
        Edit.MilestoneRevision revision = draft.revision();
        if (before == null || draft.differs(before)) {
            edits.add(revision);
        }
        edits.addAll(attributes);
        return edits;
    }

    List<PlannedRow.Difference> differences() {
        List<PlannedRow.Difference> all = new ArrayList<>(draft.differences(before));
        all.addAll(differences);
        return all;
    }

    private boolean mapped(Target target) {
        return request.mapping().find(target).isPresent();
    }
}
