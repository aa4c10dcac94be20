package milepost.web.officer.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.exchange.intake.Wish;
import milepost.exchange.intake.heading.Column;
import milepost.exchange.intake.heading.Mapping;
import milepost.exchange.intake.heading.Meaning;
import milepost.facts.Problem;
import milepost.web.layout.Words;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;

/** The fields in which a person says how a file shall be taken. */
final class MappingForm {
    static final String DAY = "asOf";
    static final String REASON = "reason";
    static final String PROFILE = "profile";
    private static final String SAME = "same/";

    private MappingForm() {}

    static String target(Column column) {
        return Preview.COLUMNS + "/" + column.index() + "/target";
    }

    static String name(Column column) {
        return Preview.COLUMNS + "/" + column.index() + "/name";
    }

    static String unit(Column column) {
        return Preview.COLUMNS + "/" + column.index() + "/unit";
    }

    static String same(int row) {
        return SAME + row;
    }

    /** What was chosen so far. */
    static Form of(Wish wish, @Nullable Mapping mapping) {
        Map<String, String> values = new LinkedHashMap<>();
        LocalDate day = wish.asOf();
        values.put(DAY, day == null ? "" : Words.day(day));
        values.put(PROFILE, "");
        values.put(REASON, Objects.requireNonNullElse(wish.reason(), ""));
        for (Column column : mapping == null ? List.<Column>of() : mapping.columns()) {
            values.put(target(column), column.meaning().target().word());
            values.put(name(column), Objects.requireNonNullElse(column.meaning().name(), ""));
            values.put(unit(column), Objects.requireNonNullElse(column.meaning().unit(), ""));
        }
        wish.same().forEach((row, key) -> values.put(same(row), key));
        return Form.of(values);
    }

    /** How the file shall be taken now. */
    static Wish read(Answers answers, Wish before, @Nullable Mapping mapping) {
        LocalDate day = answers.day(DAY, "The day the file speaks of");
        List<Meaning> meanings = new ArrayList<>();
        for (Column column : mapping == null ? List.<Column>of() : mapping.columns()) {
            meanings.add(meaning(answers, column));
        }
        return wish(before, day, meanings, sameOnes(answers.form())).because(answers.text(REASON));
    }

    /** The same wish with the meanings of a mapping spelled out, as its form sends them back. */
    static Wish spelledOut(Wish wish, Mapping mapping) {
        Answers answers = new Answers(of(wish, mapping));
        return wish(
                wish,
                wish.asOf(),
                mapping.columns().stream().map(c -> meaning(answers, c)).toList(),
                wish.same());
    }

    private static Wish wish(Wish wish, @Nullable LocalDate day, List<Meaning> meanings, Map<Integer, String> same) {
        return new Wish(wish.roadmap(), wish.title(), wish.home(), day, wish.profile(), meanings, same, wish.strict())
                .because(wish.reason());
    }

    private static Meaning meaning(Answers answers, Column column) {
        try {
            return Meaning.told(
                    answers.given(target(column)),
                    answers.text(name(column)),
                    answers.text(unit(column)),
                    column.heading());
        } catch (Problem problem) {
            answers.refuse(target(column), "Choose one of the meanings for \"" + column.heading() + "\"");
            return column.meaning();
        }
    }

    private static Map<Integer, String> sameOnes(Form form) {
        Map<Integer, String> same = new HashMap<>();
        form.values().forEach((field, key) -> {
            if (field.matches("same/\\d{1,8}") && !key.isBlank()) {
                same.put(Integer.valueOf(field.substring(SAME.length())), key.strip());
            }
        });
        return same;
    }
}
