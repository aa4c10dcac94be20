package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Status;
import milepost.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over HTTP: in, out, and refused. */
class ExchangeTest {
    private static final String CSV = "Title;Due;Cost (£m)\nHarbour;31/12/2031;£1,200.5m\nBridge;1/012/2031;withheld\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private Site site;
    private String token;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        token = site.people().token(Site.name(Role.OFFICER), Role.OFFICER, "files", null);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_table_is_tried_and_then_taken() throws Exception {
        HttpResponse<String> dry = post("FIC", "?dryRun=true&title=Fiction", CSV);
        assertThat(site.roadmaps().keys(milepost.facts.Reach.EVERYTHING)).doesNotContain("FIC");
        HttpResponse<String> real = post("FIC", "?title=Fiction", CSV);

        assertThat(dry.statusCode()).isEqualTo(200);
        assertThat(real.statusCode()).isEqualTo(200);
        assertThat(real.body()).contains("\"added\":2", "\"withheld\":1", "\"place\":\"row 3, column B\"");
        assertThat(real.body().replace("\"dryRun\":false", "\"dryRun\":true")).isEqualTo(dry.body());
        assertThat(site.roadmaps().snapshot("FIC").roadmap().title()).isEqualTo("Fiction");
        assertThat(post("FIC", "", CSV).body()).contains("\"unchanged\":2");
        HttpResponse<String> strict = post("FIC", "?strict=true", CSV);
        assertThat(strict.statusCode()).isEqualTo(422);
        assertThat(strict.body()).contains("\"place\":\"row 3, column B (Due)\"");
    }

    @Test
    void a_table_of_today_that_moves_a_due_date_far_owes_a_reason() throws Exception {
        String csv =
                "Key;Title;Due\nREE-1;Comprehensive roadmap for the extraction of rare-earth minerals;01/03/2026\n";

        HttpResponse<String> refused = post("REE", "", csv);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"parameter\":\"reason\"", "Give the reason for moving the due date of REE-1 by 90 days");
        assertThat(post("REE", "?dryRun=true", csv).statusCode()).isEqualTo(422);
        assertThat(due()).isEqualTo("2025-12-01");

        assertThat(post("REE", "?reason=Agreed%20with%20the%20ministry", csv).statusCode())
                .isEqualTo(200);
        assertThat(due()).isEqualTo("2026-03-01");
        assertThat(site.roadmaps()
                        .past()
                        .findPromise("REE", "REE-1")
                        .orElseThrow()
                        .moves())
                .last()
                .satisfies(move -> assertThat(move.change().reason()).isEqualTo("Agreed with the ministry"));
    }

    @Test
    void what_is_wrong_with_a_history_is_named_by_pointer_or_by_line() throws Exception {
        String record = get("/api/v1/roadmaps/REE/export?format=json").body();

        assertThat(post("REE", "?dryRun=true", record.substring(0, 5_000)).body())
                .contains("\"place\":\"line ", "it ends in the middle");
        assertThat(post("REE", "?dryRun=true", record.replaceFirst("\"at\"\\s*:\\s*\"[^\"]*\"", "\"at\":\"soon\""))
                        .body())
                .contains("\"pointer\":\"/changes/0/at\"");
        assertThat(post("REE", "?dryRun=true", record.replaceFirst("milepost-record/1", "milepost-record/9"))
                        .body())
                .contains("\"pointer\":\"/format\"", "milepost-record/1", "milepost-roadmap/1");
    }

    @Test
    void a_heading_that_stands_twice_is_told_with_what_becomes_of_each_column() throws Exception {
        String csv = "Title;Due;Due\nHarbour;2031-12-31;2032-12-31\n";

        HttpResponse<String> taken = post("FIC", "?dryRun=true", csv);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body())
                .contains(
                        "\"problemsInAll\":1",
                        "\"place\":\"row 1, column C\"",
                        "\\\"Due\\\" stands twice; this column is taken as other value \\\"due\\\", the one before it as due.");
        assertThat(post("FIC", "?strict=true", csv).statusCode()).isEqualTo(422);
    }

    @Test
    void all_that_is_wrong_with_a_table_is_told_at_once() throws Exception {
        String csv = "Key;Title;Due;Start\nREE-1;Comprehensive roadmap for the extraction of rare-earth minerals;"
                + "01/03/2026;1/012/2014\n";

        HttpResponse<String> refused = post("REE", "", csv);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "\"parameter\":\"reason\"",
                        "\"place\":\"row 2, column D (Start)\"",
                        "\\\"1/012/2014\\\" is not a date");
        HttpResponse<String> stopped = post("REE", "?strict=true", csv);
        assertThat(stopped.body()).contains("\"parameter\":\"reason\"", "\"place\":\"row 2, column D (Start)\"");
        assertThat(due()).isEqualTo("2025-12-01");
    }

    private String due() {
        return String.valueOf(site.roadmaps()
                .snapshot("REE")
                .findMilestone("REE-1")
                .orElseThrow()
                .due());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void the_table_to_be_filled_in_is_one_that_comes_in(String format) throws Exception {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(site.address() + "/import/template?format=" + format))
                .header("Cookie", "milepost_session=" + site.session(Role.OFFICER))
                .build();
        HttpResponse<byte[]> file = http.send(ask, BodyHandlers.ofByteArray());
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("milestones." + format);
        HttpRequest send = HttpRequest.newBuilder(
                        URI.create(site.address() + "/api/v1/roadmaps/HARBOUR/import?title=Harbours&strict=true"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(file.body()))
                .build();

        String answer = http.send(send, BodyHandlers.ofString()).body();

        assertThat(answer).contains("\"added\":1", "\"problemsInAll\":0");
        Milestone first =
                site.roadmaps().snapshot("HARBOUR").findMilestone("HARBOUR-1").orElseThrow();
        assertThat(String.valueOf(first.due())).isEqualTo("2031-12-31");
        assertThat(first.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(first.owner()).isEqualTo("Kim");
    }

    @ParameterizedTest
    @CsvSource({
        "csv,text/csv; charset=utf-8,REE.csv",
        "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,REE.xlsx",
        "json,application/json,REE.json",
        "ics,text/calendar; charset=utf-8,REE.ics"
    })
    void each_form_has_its_type_and_name(String format, String type, String name) throws Exception {
        HttpResponse<String> file = get("/api/v1/roadmaps/REE/export?format=" + format);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith(type));
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"" + name + "\"");
        assertThat(file.body()).isNotEmpty();
        Contract.of(site.address()).check("GET", "/roadmaps/REE/export", file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/roadmaps/REE/export?format=pdf | 400
            /api/v1/roadmaps/NO/export?format=csv  | 404
            """)
    void what_cannot_be_exported_is_refused(String path, int status) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                            | 422
            nothing known here                            | 422
            'Title,Due\nHar\0bour,2031'                   | 422
            {}                                            | 422
            {"format": "milepost-record/1"                | 422
            'PK\u0003\u0004 no workbook'                  | 422
            """)
    void what_is_no_table_and_no_history_is_refused(String body, int status) throws Exception {
        HttpResponse<String> answer = post("NEW", "", body.replace("\\n", "\n").replace("\\0", "\0"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        assertThat(site.roadmaps().keys(milepost.facts.Reach.EVERYTHING)).doesNotContain("NEW");
    }

    @Test
    void two_hundred_megabytes_are_refused_before_they_are_read() throws Exception {
        byte[] chunk = new byte[1 << 16];
        Arrays.fill(chunk, (byte) 'a');
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return read[0]++ < 200_000_000 ? 'a' : -1;
            }

            @Override
            public int read(byte[] to, int from, int length) {
                if (read[0] >= 200_000_000) {
                    return -1;
                }
                int many = Math.min(length, chunk.length);
                System.arraycopy(chunk, 0, to, from, many);
                read[0] += many;
                return many;
            }
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/roadmaps/REE/import"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofInputStream(() -> endless))
                .build();
        int status;
        try {
            status = http.send(request, BodyHandlers.ofString()).statusCode();
        } catch (java.io.IOException closed) {
            status = 413; // the server closed the line while the client was still sending
        }

        assertThat(status).isEqualTo(413);
        assertThat(read[0]).isLessThan(60_000_000);
    }

    private HttpResponse<String> post(String roadmap, String query, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(site.address() + "/api/v1/roadmaps/" + roadmap + "/import" + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        Contract.of(site.address()).check("POST", "/roadmaps/" + roadmap + "/import", answer);
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
