package milepost.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.access.member.Visibility;
import milepost.web.Site;
import milepost.web.api.Client;
import milepost.web.api.Client.Answer;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar of the example, as programs fetch it and another program's reader understands it. */
class CalendarFeedTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-10T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void it_holds_the_due_dates_and_the_flags_to_come_of_the_example() {
        Answer answer = Client.of(site, Role.VIEWER).get("/roadmaps/REE.ics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        ICalendar calendar = Biweekly.parse(answer.text()).first();
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents())
                .extracting(e -> day(e) + " " + e.getSummary().getValue())
                .contains(
                        "2025-12-01 Due: REE-1 Comprehensive roadmap for the extraction of rare-earth minerals",
                        "2026-12-31 Due: REE-2 New bridge to North Korea commissioned (2026, precision year)",
                        "2025-12-02 Flag raised: REE-1 Due 2025-12-01, 1 days ago");
        assertThat(calendar.getEvents()).extracting(e -> e.getUid().getValue()).doesNotHaveDuplicates();
        assertThat(calendar.getEvents())
                .allMatch(e -> e.getUrl().getValue().startsWith(site.address() + "/roadmaps/REE"));
    }

    @Test
    void it_is_the_same_all_day_and_a_moved_date_keeps_its_entry() {
        Client client = Client.of(site, Role.OFFICER);
        String morning = client.get("/roadmaps/REE.ics").text();
        site.clock().set("2025-11-10T15:00:00Z");
        assertThat(client.get("/roadmaps/REE.ics").text()).isEqualTo(morning);

        String milestone = "/roadmaps/REE/milestones/REE-1";
        client.patch(
                milestone + "?reason=agreed",
                "{\"due\": \"2025-12-15\"}",
                "If-Match",
                client.get(milestone).header("ETag"));

        String evening = client.get("/roadmaps/REE.ics").text();
        assertThat(uids(evening))
                .contains("REE/REE-1/due@milepost", "REE/flag/schedule/deadline-missed/REE-1/raised-1@milepost");
        assertThat(evening).contains("DTSTART;VALUE=DATE:20251215", "DTSTART;VALUE=DATE:20251216");
    }

    @Test
    void a_program_without_a_header_reads_from_an_address_until_it_is_ended() throws Exception {
        String page = post("/roadmaps/REE/calendar/addresses", Role.VIEWER).body();
        Matcher shown = Pattern.compile("<code[^>]*>([^<]+[.]ics)</code>").matcher(page);
        assertThat(shown.find()).isTrue();
        String address = shown.group(1);

        HttpResponse<String> read = get(address);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(uids(read.body())).contains("REE/REE-1/due@milepost");
        assertThat(get(address.replace(".ics", "x.ics")).statusCode()).isEqualTo(404);

        long id = site.people()
                .feeds()
                .list(site.people().findBySession(site.session(Role.VIEWER)).orElseThrow(), "REE")
                .get(0)
                .id();
        assertThat(post("/roadmaps/REE/calendar/addresses/" + id + "/end", Role.OFFICER)
                        .statusCode())
                .as("somebody else's address")
                .isEqualTo(404);
        assertThat(get(address).statusCode()).isEqualTo(200);
        assertThat(post("/roadmaps/REE/calendar/addresses/" + id + "/end", Role.VIEWER)
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void the_address_of_someone_who_may_no_longer_sign_in_is_dead() throws Exception {
        String page = post("/roadmaps/REE/calendar/addresses", Role.VIEWER).body();
        Matcher shown = Pattern.compile("<code[^>]*>([^<]+[.]ics)</code>").matcher(page);
        assertThat(shown.find()).isTrue();
        site.people().disable(Site.name(Role.VIEWER));

        assertThat(get(shown.group(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void the_address_reads_nothing_of_a_roadmap_that_its_person_no_longer_sees() throws Exception {
        String page = post("/roadmaps/REE/calendar/addresses", Role.VIEWER).body();
        Matcher shown = Pattern.compile("<code[^>]*>([^<]+[.]ics)</code>").matcher(page);
        assertThat(shown.find()).isTrue();
        Memberships.Place place = new Memberships.Place(site.people().active("by", Site.name(Role.ADMIN)), "REE");

        site.parts().members().show(place, Visibility.MEMBERS);
        assertThat(get(shown.group(1)).statusCode()).isEqualTo(404);
        Person viewer = site.people().active("person", Site.name(Role.VIEWER));
        site.parts().members().set(place, viewer, Role.VIEWER, null);
        assertThat(get(shown.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_roadmap_that_is_not_there_has_no_calendar() {
        assertThat(Client.of(site, Role.VIEWER).get("/roadmaps/NONE.ics").status())
                .isEqualTo(404);
    }

    private static List<String> uids(String text) {
        return Biweekly.parse(text).first().getEvents().stream()
                .map(e -> e.getUid().getValue())
                .toList();
    }

    private static String day(VEvent event) {
        return event.getDateStart()
                .getValue()
                .toInstant()
                .atZone(ZoneId.systemDefault())
                .toLocalDate()
                .toString();
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Role role) throws Exception {
        String session = site.session(role);
        String csrf = Visitor.csrf(session);
        return http.send(
                HttpRequest.newBuilder(URI.create(site.address() + path))
                        .header("Cookie", "milepost_session=" + session)
                        .header("X-CSRF-Token", csrf)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
