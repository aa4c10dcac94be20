package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the page of a flag, one click to the form with an edit filled in and what it would do. */
class TryingTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/roadmaps/[^\"]*)\" aria-label=\"Try: ([^\"]*)\"");

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-05T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void each_edit_that_can_be_tried_shows_that_the_flag_would_clear_and_saves_nothing() {
        int tried = 0;
        var before = site.roadmaps().snapshot("REE");
        for (Flag flag : site.flags().list(FlagQuery.active())) {
            Matcher links = LINK.matcher(get("/flags/" + flag.id(), Role.OFFICER));
            while (links.find()) {
                String href = links.group(1).replace("&amp;", "&");
                if (href.contains("?try=on")) {
                    assertThat(get(href, Role.OFFICER))
                            .as(links.group(2) + " " + href)
                            .contains("If you save now:")
                            .containsPattern(
                                    "Cleared: <span class=\"key\">[^<]*</span> <a href=\"/flags/" + flag.id() + "\"");
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(10);
        assertThat(site.roadmaps().snapshot("REE")).isEqualTo(before);
    }

    @Test
    void the_form_has_the_edit_in_its_field() {
        Milestone m = site.roadmaps().snapshot("REE").findMilestone("REE-1").orElseThrow();
        assertThat(m.due()).hasToString("2025-12-01");

        String page = get("/roadmaps/REE/milestones/REE-1?try=on&due=2+Jan+2026&title=Other", Role.OFFICER);
        assertThat(page).contains("value=\"2 Jan 2026\"").doesNotContain("value=\"Other\"");
    }

    @Test
    void a_value_that_cannot_be_is_said_at_once_and_is_no_failure() {
        assertThat(get("/roadmaps/REE/milestones/REE-1?try=on&due=never&status=ODD", Role.OFFICER))
                .contains("Not ready to save.");
    }

    @Test
    void who_may_not_edit_is_offered_no_form() {
        Flag flag = site.flags().list(FlagQuery.active()).get(0);
        assertThat(get("/flags/" + flag.id(), Role.VIEWER)).doesNotContain("Try it");
        assertThat(get("/roadmaps/REE/milestones/REE-1?try=on&due=2027", Role.VIEWER))
                .doesNotContain("If you save now:");
    }

    private String get(String path, Role role) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + site.session(role))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
