package milepost.web.officer.form;

import static org.assertj.core.api.Assertions.assertThat;

import milepost.facts.TargetDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTextTest {

    @ParameterizedTest
    @CsvSource({
        "12 Dec 2025, 2025-12-12",
        "12 December 2025, 2025-12-12",
        "12. dec. 2025, 2025-12-12",
        "1st Sept 2026, 2026-09-01",
        "'Dec 12, 2025', 2025-12-12",
        "Dec 2025, 2025-12",
        "december 2025, 2025-12",
        "Q1 2026, 2026-Q1",
        "q4/2026, 2026-Q4",
        "2026 Q2, 2026-Q2",
        "2026-Q3, 2026-Q3",
        "2026, 2026",
        "2025-12-01, 2025-12-01",
        "2026-09, 2026-09",
        "'  29   Feb  2028 ', 2028-02-29",
        "31.12.2025, 2025-12-31",
        "12/31/2025, 2025-12-31",
        "5/5/2026, 2026-05-05",
    })
    void reads_what_can_mean_one_thing(String typed, String iso) {
        assertThat(date(typed)).hasToString(iso);
    }

    @ParameterizedTest
    @CsvSource({
        "31 Feb 2026, 'must be a real date, such as 12 Dec 2025, Dec 2025, Q1 2026 or 2026'",
        "2025-13-01, 'must be a real date, such as 12 Dec 2025, Dec 2025, Q1 2026 or 2026'",
        "31/31/2026, 'must be a real date, such as 12 Dec 2025, Dec 2025, Q1 2026 or 2026'",
        "12 Decamber 2025, 'must be a real date, such as 12 Dec 2025, Dec 2025, Q1 2026 or 2026'",
        "Q5 2026, 'must be a date, such as 12 Dec 2025, Dec 2025, Q1 2026 or 2026'",
        "soon, 'must be a date, such as 12 Dec 2025, Dec 2025, Q1 2026 or 2026'",
        "03/04/2026, could be 3 Apr 2026 or 4 Mar 2026; write the month as a word",
        "12 Dec 0205, must lie between 1900 and 2200",
        "2925, must lie between 1900 and 2200",
    })
    void refuses_what_cannot_and_says_how_to_write_it(String typed, String reason) {
        assertThat(PeriodText.of(typed)).isEqualTo(new PeriodText.Refused(reason));
    }

    @Test
    void says_how_exactly_it_is_known_and_when_it_is_late() {
        assertThat(PeriodText.echo(date("Q1 2026"))).isEqualTo("Quarter, late after 31 Mar 2026");
        assertThat(PeriodText.echo(date("2026"))).isEqualTo("Year, late after 31 Dec 2026");
    }

    private static TargetDate date(String typed) {
        return ((PeriodText.Read) PeriodText.of(typed)).date();
    }
}
