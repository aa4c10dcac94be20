package milepost.exchange.out;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be written. A cell is a text, a whole or decimal number, a {@code TargetDate}, a {@code LocalDate}, or nothing.
 *
 * @param name of the sheet in a workbook
 */
public record Sheet(String name, List<String> headings, List<List<@Nullable Object>> rows) {}
