package milepost.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.web.Looks;
import milepost.web.Screen;
import milepost.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators look after people, people after their own account, in a browser without scripts. */
class PeopleIT {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open("2025-11-24T09:00:00Z");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("milepost.web.Screen#looked")
    void the_pages_are_accessible_quiet_and_narrow_enough(Screen screen) {
        Page page = site.signedIn(Role.ADMIN, screen);
        Stream.of(
                        "/admin/people",
                        "/admin/people/officer",
                        "/roadmaps/REE/members",
                        "/admin/trail",
                        "/admin/trail?kind=TOKEN&from=yesterday",
                        "/account")
                .forEach(path ->
                        assertThat(Looks.complaints(page, path)).as(path).isEmpty());
        page.context().close();
    }

    @Test
    void somebody_new_is_invited_signs_in_is_promoted_and_disabled() {
        Page admin = site.signedInWithoutScripts(Role.ADMIN, Screen.WIDE_LIGHT);
        admin.navigate("/admin/people");
        admin.fill("#name", "Kim Osei");
        admin.fill("#displayName", "Kim Osei");
        admin.selectOption("#role", "OFFICER");
        admin.click("text=Add and make a sign-in link");
        assertThat(admin.title()).startsWith("Error: People");
        assertThat(admin.inputValue("#displayName")).isEqualTo("Kim Osei");
        assertThat(admin.inputValue("#role")).isEqualTo("OFFICER");
        admin.fill("#name", "kim");
        admin.click("text=Add and make a sign-in link");
        String link = admin.textContent("code.wrap");

        Page kim = site.visitor(Screen.PHONE_LIGHT);
        kim.navigate(link);
        kim.click("main button");
        kim.navigate("/admin/people");
        assertThat(kim.textContent("main")).contains("This needs the role admin.");

        admin.navigate("/admin/people/kim");
        assertThat(admin.textContent("#sessions")).contains("Browser");
        admin.selectOption("#role", "MANAGER");
        admin.click("text=Change the role");
        assertThat(admin.textContent(".facts")).contains("Manager");
        admin.click("text=Disable");
        assertThat(admin.textContent(".facts")).contains("Disabled");
        kim.navigate("/account");
        assertThat(kim.url()).contains("/sign-in");

        admin.navigate("/admin/trail?actor=admin&kind=PERSON");
        assertThat(admin.textContent("main"))
                .contains("added as officer", "officer became manager", "disabled", "All entries follow");
        admin.context().close();
        kim.context().close();
    }

    @Test
    void an_administrator_cannot_lock_everybody_out() {
        Page admin = site.signedInWithoutScripts(Role.ADMIN, Screen.WIDE_LIGHT);
        admin.navigate("/admin/people/admin");
        admin.click("text=Disable");
        assertThat(admin.textContent(".note.bad")).contains("You cannot disable yourself");
        admin.selectOption("#role", "VIEWER");
        admin.click("text=Change the role");
        assertThat(admin.textContent(".note.bad")).contains("You cannot change the role of yourself");
        admin.context().close();
    }

    @Test
    void a_token_of_ones_own_works_until_it_is_revoked() throws Exception {
        Page officer = site.signedInWithoutScripts(Role.OFFICER, Screen.WIDE_LIGHT);
        officer.navigate("/account");
        assertThat(officer.locator("#role option").allTextContents()).containsExactly("Viewer", "Officer");
        officer.fill("#label", "weekly script");
        officer.fill("#expires", "next week");
        officer.click("text=Make the token");
        assertThat(officer.textContent("#token .err")).contains("Write the last day as 2026-12-31");
        assertThat(officer.inputValue("#label")).isEqualTo("weekly script");
        officer.fill("#expires", "2025-12-31");
        officer.click("text=Make the token");
        String token = officer.textContent("#secret");

        assertThat(status(token)).isEqualTo(200);
        officer.navigate("/account");
        assertThat(officer.content()).doesNotContain(token);
        officer.click("#tokens button");
        assertThat(status(token)).isEqualTo(401);
        assertThat(officer.textContent("#tokens")).contains("None yet.");
        officer.context().close();
    }

    @Test
    void another_session_of_ones_own_is_ended() {
        String other = site.people().signInWithLink(site.people().link("viewer"));
        Page viewer = site.signedInWithoutScripts(Role.VIEWER, Screen.WIDE_LIGHT);
        viewer.navigate("/account");
        assertThat(viewer.locator("#sessions .tag").count()).isEqualTo(1);

        while (viewer.locator("#sessions button").count() > 0) {
            viewer.locator("#sessions button").first().click();
        }

        assertThat(site.people().findBySession(other)).isEmpty();
        assertThat(viewer.textContent("h1")).isEqualTo("Your account");
        viewer.context().close();
    }

    private static int status(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/roadmaps"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
