package milepost.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milepost.exchange.intake.heading.Headings;
import milepost.exchange.intake.heading.Target;
import milepost.exchange.intake.reading.Amounts;
import milepost.exchange.intake.reading.Dates;
import milepost.exchange.intake.reading.Ratings;
import milepost.exchange.intake.reading.Reading;
import milepost.facts.ValueKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells are taken for. */
class CellsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31/05/2010        | VALUE     | 2010-05-31
            30.06.08          | VALUE     | 2008-06-30
            31.12.40          | VALUE     | 2040-12-31
            01.01.97          | VALUE     | 1997-01-01
            2012-09-30        | VALUE     | 2012-09-30
            2012-09-30T00:00  | VALUE     | 2012-09-30
            3rd March 2031    | VALUE     | 2031-03-03
            March 3, 2031     | VALUE     | 2031-03-03
            Mar-31            | VALUE     | 2031-03
            Sept 2031         | VALUE     | 2031-09
            Q3 2031           | VALUE     | 2031-Q3
            2031              | VALUE     | 2031
            41913             | VALUE     | 2014-10-01
            2031 - 2033       | RANGE     | 2031
            Mar 2031 to Jun 2031 | RANGE  | 2031-03
            1/012/2014        | NOT_GIVEN |
            31/02/2031        | NOT_GIVEN |
            TBD               | NOT_GIVEN |
            No end date       | NOT_GIVEN |
            #N/A              | NOT_GIVEN |
            Reset             | NOT_GIVEN |
            Data exempt under Section 43 of the Freedom of Information Act | WITHHELD |
            ''                | BLANK     |
            """)
    void dates(String cell, ValueKind kind, String date) {
        Reading reading = Dates.of(List.of(cell)).read(cell);

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(String.valueOf(reading.date())).isEqualTo(String.valueOf(date));
        assertThat(reading.trouble() != null).isEqualTo(cell.matches("1/012/2014|31/02/2031"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            £1.90m            | VALUE     | 1.90
            -£120.11m         | VALUE     | -120.11
            £1,186.00         | VALUE     | 1186.00
            (12.5)            | VALUE     | -12.5
            £2bn              | VALUE     | 2000
            £300k             | VALUE     | 0.300
            1.186,25          | VALUE     | 1186.25
            12,5              | VALUE     | 12.5
            1,234,567         | VALUE     | 1234567
            c. £5m            | VALUE     | 5
            £10m - £20m       | RANGE     | 10
            between 10 and 20 | RANGE     | 10
            >1000             | RANGE     | 1000
            12.3.4            | NOT_GIVEN |
            TBC               | NOT_GIVEN |
            -                 | NOT_GIVEN |
            Exempt under Section 26 | WITHHELD |
            ''                | BLANK     |
            """)
    void amounts_in_millions_of_pounds(String cell, ValueKind kind, String number) {
        Reading reading = new Amounts("£m", null).read(cell);

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(String.valueOf(reading.number())).isEqualTo(String.valueOf(number));
        assertThat(reading.trouble() != null).isEqualTo(cell.equals("12.3.4"));
    }

    @ParameterizedTest
    @CsvSource({
        "Amber/ Red,VALUE,3",
        "AMBER-GREEN,VALUE,1",
        "red,VALUE,4",
        "G,VALUE,0",
        "Amber,VALUE,2",
        "Reset,NOT_GIVEN,",
        "No DCA,NOT_GIVEN,",
        "Exempt under section 24,WITHHELD,",
        "'',BLANK,"
    })
    void ratings(String cell, ValueKind kind, String step) {
        Reading reading = Ratings.read(cell);

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(String.valueOf(reading.number())).isEqualTo(String.valueOf(step));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            project_name                                                    | TITLE  |
            GMPP ID Number                                                  | ID     |
            Lead Department                                                 | STREAM |
            Project - End Date (Latest approved end date)                   | DUE    |
            end                                                             | DUE    |
            Latest Approved Project Start Date                              | START  |
            SRO                                                             | OWNER  |
            IPA Delivery Confidence Assessment (A Delivery Confidence …)    | RATING | rating
            TOTAL Baseline Whole Life Costs (£m) (including Non-Government) | AMOUNT | whole-life cost
            wlc_baseline_incl_NCG                                           | AMOUNT | whole-life cost
            2013/2014 Budget (£million)                                     | AMOUNT | year baseline
            Financial Year Forecast (£m)                                    | AMOUNT | year forecast
            Variance Budget / Forecast %age                                 | VALUE  | year variance %
            Departmental narrative on schedule                              | VALUE  | departmental narrative on schedule
            Description / Aims                                              | DESCRIPTION |
            Forecast end date                                               | FORECAST |
            Completed on                                                    | COMPLETED |
            % complete                                                      | PROGRESS |
            """)
    void headings(String heading, Target target, String name) {
        assertThat(Headings.guess(heading).target()).isEqualTo(target);
        assertThat(Headings.guess(heading).name()).isEqualTo(name);
    }
}
