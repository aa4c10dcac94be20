package milepost.web.officer.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** Collects what stands in the fields of an untouched form: recorded values as a person would type them. */
public final class Values {
    private final Map<String, String> values = new LinkedHashMap<>();

    public Values put(String name, @Nullable Object value) {
        values.put(name, value == null ? "" : value.toString());
        return this;
    }

    public Values period(String name, @Nullable TargetDate date) {
        return put(name, date == null ? null : Words.date(date));
    }

    public Values day(String name, @Nullable LocalDate day) {
        return put(name, day == null ? null : Words.day(day));
    }

    public Values number(String name, @Nullable BigDecimal number) {
        return put(name, number == null ? null : number.toPlainString());
    }

    public Values source(String name, @Nullable Source source) {
        put(name + "/title", source == null ? null : source.title());
        put(name + "/url", source == null ? null : source.url());
        return put(name + "/quote", source == null ? null : source.quote());
    }

    public Form form() {
        return Form.of(values);
    }
}
