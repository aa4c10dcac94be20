package milepost.exchange.intake.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import milepost.exchange.intake.heading.Column;
import milepost.exchange.intake.heading.Mapping;
import milepost.exchange.intake.heading.Meaning;
import milepost.exchange.intake.reading.Absence;
import milepost.exchange.intake.reading.Amounts;
import milepost.exchange.intake.reading.Dates;
import milepost.exchange.intake.reading.Ratings;
import milepost.exchange.intake.reading.Reading;
import milepost.exchange.intake.reading.Words;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/** Reads the cells of each column as what the column holds. */
public final class CellReaders {
    private static final int FEW = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Integer, Function<String, Reading>> byColumn = new HashMap<>();

    CellReaders(Mapping mapping) {
        for (Column column : mapping.columns()) {
            byColumn.put(column.index(), reader(mapping, column));
        }
    }

    Reading read(Column column, String cell) {
        return byColumn.getOrDefault(column.index(), CellReaders::words).apply(cell);
    }

    private static Function<String, Reading> reader(Mapping mapping, Column column) {
        Meaning meaning = column.meaning();
        if (meaning.target().date()) {
            return Dates.of(mapping.cells(column))::read;
        }
        return switch (meaning.target()) {
            case RATING -> cell -> Ratings.read(Words.line(cell));
            case AMOUNT -> amounts(mapping, column);
            case VALUE -> value(meaning.unit());
            case PROGRESS -> progress(mapping.cells(column));
            case DESCRIPTION -> CellReaders::paragraphs;
            default -> CellReaders::words;
        };
    }

    private static Function<String, Reading> amounts(Mapping mapping, Column column) {
        String unit = column.meaning().unit();
        Amounts plain = new Amounts(unit, null);
        List<BigDecimal> sizes = new ArrayList<>();
        for (String cell : mapping.cells(column)) {
            plain.find(Words.line(cell)).ifPresent(number -> sizes.add(number.abs()));
        }
        return new Amounts(unit, implausible(sizes))::read;
    }

    /** A hundred times the next largest of many numbers; null when there are few. */
    private static @Nullable BigDecimal implausible(List<BigDecimal> sizes) {
        if (sizes.size() < FEW) {
            return null;
        }
        List<BigDecimal> largest =
                sizes.stream().sorted(Comparator.reverseOrder()).limit(2).toList();
        BigDecimal limit = largest.get(1).multiply(HUNDRED);
        return limit.signum() > 0 && largest.get(0).compareTo(limit) >= 0 ? limit : null;
    }

    /** A number where all is a number, else the words. */
    private static Function<String, Reading> value(@Nullable String unit) {
        Amounts numbers = new Amounts(unit, null);
        return cell -> {
            String text = Words.line(cell);
            Optional<ValueKind> absence = Absence.find(text);
            if (absence.isPresent()) {
                return absence.get() == ValueKind.BLANK ? Reading.BLANK : Reading.none(absence.get(), text);
            }
            BigDecimal number = text.length() > 40 ? null : numbers.find(text).orElse(null);
            return number == null ? paragraphs(cell) : Reading.number(text, number);
        };
    }

    /** Percent; where no cell is above 1 and some are fractions, 1 is all. */
    private static Function<String, Reading> progress(List<String> cells) {
        Amounts numbers = new Amounts("%", null);
        List<BigDecimal> all = new ArrayList<>();
        cells.forEach(cell -> numbers.find(Words.line(cell)).ifPresent(all::add));
        boolean shares = all.stream().anyMatch(n -> n.remainder(BigDecimal.ONE).signum() != 0)
                && all.stream().allMatch(n -> n.compareTo(BigDecimal.ONE) <= 0)
                && cells.stream().noneMatch(cell -> cell.contains("%"));
        return cell -> {
            Reading read = numbers.read(cell);
            return read.kind() == ValueKind.VALUE && read.number() != null && shares
                    ? Reading.number(String.valueOf(read.text()), read.number().multiply(HUNDRED))
                    : read;
        };
    }

    private static Reading words(String cell) {
        String text = Words.line(cell);
        return text.isEmpty() ? Reading.BLANK : Reading.text(text);
    }

    private static Reading paragraphs(String cell) {
        String text = Words.paragraphs(cell);
        return text.isEmpty() ? Reading.BLANK : Reading.text(text);
    }
}
