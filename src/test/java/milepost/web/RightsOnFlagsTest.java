package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.Browsing.Answer;
import milepost.web.api.Client;
import milepost.web.manager.triage.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights on single roadmaps hold in the list of flags: nobody is given a flag they do not see, or offered one they do not decide. */
class RightsOnFlagsTest {
    private static final String REFUSAL = "viewer does not see the roadmap ZANZ.";
    private Site site;
    private Flag open;
    private Flag closed;

    @BeforeEach
    void open() {
        site = Site.open("2025-12-24T09:00:00Z");
        Foreign.roadmap(site);
        site.roadmaps().sweep();
        open = site.flags().list(FlagQuery.active().inRoadmap("REE")).get(0);
        closed = site.flags().list(FlagQuery.active().inRoadmap(Foreign.KEY)).get(0);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_page_of_a_flag_offers_only_those_who_see_it_and_refuses_others_by_name() {
        Browsing admin = new Browsing(site, Role.ADMIN);
        String page = "/flags/" + closed.id();
        assertThat(offered(admin.get(page))).containsExactly("", "admin");
        assertThat(offered(admin.get("/flags/" + open.id()))).contains("viewer", "officer", "manager", "admin");

        Map<String, String> form =
                Map.of("action", "assign", "assignee", "viewer", "version", String.valueOf(closed.version()));
        Answer refused = admin.post(page, page + "/triage", form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(REFUSAL);
        assertThat(refused.body()).contains("<option value=\"viewer\" selected");
        assertThat(site.flags().flag(closed.id()).assignee()).isNull();
        join(Role.VIEWER, Role.VIEWER);
        assertThat(offered(admin.get(page))).containsExactly("", "admin", "viewer");
        admin.post(page, page + "/triage", form);
        assertThat(site.flags().flag(closed.id()).assignee()).isEqualTo("viewer");
    }

    @Test
    void of_several_flags_those_that_somebody_sees_are_given_and_the_others_say_why_not() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("action", "assign");
        form.put("complete", "1");
        form.put("assignee", "viewer");
        form.put("back", "/flags");
        form.put("only", "");
        form.put("flag", Chosen.value(closed.id(), closed.version()));
        Answer page = new Browsing(site, Role.ADMIN).post("/flags", "/flags/bulk", form);
        assertThat(page.text()).contains("0 flags assigned.", REFUSAL);

        var done = Client.of(site, Role.ADMIN)
                .post(
                        "/flags/triage",
                        "{\"flags\": [{\"id\": " + open.id() + "}, {\"id\": " + closed.id()
                                + "}], \"action\": \"assign\", \"assignee\": \"viewer\"}")
                .json();
        assertThat(done.at("/results/0/ok").asBoolean()).isTrue();
        assertThat(done.at("/results/0/field").isNull()).isTrue();
        assertThat(done.at("/results/1/refusal").asString()).isEqualTo("INVALID");
        assertThat(done.at("/results/1/field").asString()).isEqualTo("assignee");
        assertThat(done.at("/results/1/detail").asString()).startsWith(REFUSAL);
        assertThat(site.flags().flag(open.id()).assignee()).isEqualTo("viewer");
        assertThat(site.flags().flag(closed.id()).assignee()).isNull();
    }

    @Test
    void taking_back_gives_no_flag_to_somebody_who_does_not_see_it_any_more() {
        join(Role.VIEWER, Role.VIEWER);
        Client admin = Client.of(site, Role.ADMIN);
        String triage = "/flags/" + closed.id() + "/triage";
        admin.post(triage, "{\"action\": \"assign\", \"assignee\": \"viewer\"}");
        admin.post(triage, "{\"action\": \"assign\", \"assignee\": \"admin\"}");
        Memberships.Place place = new Memberships.Place(site.people().active("by", Site.name(Role.ADMIN)), Foreign.KEY);
        site.parts().members().remove(place, site.people().active("person", "viewer"), Role.VIEWER);

        Client.Answer refused = admin.post(triage, "{\"action\": \"undo\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("viewer does not see the roadmap ZANZ any more");
        Map<String, String> form = Map.of("action", "undo", "back", "/flags", "flag", Chosen.value(closed.id(), 3));
        assertThat(new Browsing(site, Role.ADMIN)
                        .post("/flags", "/flags/bulk", form)
                        .text())
                .contains("viewer does not see the roadmap ZANZ any more");
        assertThat(site.flags().flag(closed.id()).assignee()).isEqualTo("admin");

        join(Role.VIEWER, Role.VIEWER);
        assertThat(admin.post(triage, "{\"action\": \"undo\"}").status()).isEqualTo(200);
        assertThat(site.flags().flag(closed.id()).assignee()).isEqualTo("viewer");
    }

    @Test
    void programs_are_told_the_field() {
        Client.Answer refused = Client.of(site, Role.ADMIN)
                .post("/flags/" + closed.id() + "/triage", "{\"action\": \"assign\", \"assignee\": \"viewer\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/assignee");
        assertThat(refused.json().at("/errors/0/detail").asString()).startsWith(REFUSAL);
    }

    @Test
    void only_flags_that_the_visitor_decides_about_can_be_selected() {
        assertThat(selectable(Role.ADMIN)).contains("REE", Foreign.KEY);
        assertThat(new Browsing(site, Role.VIEWER).get("/flags").body())
                .doesNotContain("type=\"checkbox\" form=\"bulk\"", "id=\"bulk\"");

        join(Role.MANAGER, Role.VIEWER);
        assertThat(selectable(Role.MANAGER)).containsOnly("REE");

        join(Role.VIEWER, Role.MANAGER);
        assertThat(selectable(Role.VIEWER)).containsOnly(Foreign.KEY);
        assertThat(new Browsing(site, Role.VIEWER).get("/flags?roadmap=REE").body())
                .contains("id=\"F-" + open.id() + "\"")
                .doesNotContain("class=\"chk\"", "id=\"bulk\"");
    }

    /** The roadmaps of the flags in the list that have a box; every roadmap's flags are listed. */
    private List<String> selectable(Role role) {
        Answer list = new Browsing(site, role).get("/flags");
        assertThat(list.body()).contains("id=\"F-" + closed.id() + "\"", "id=\"bulk\"", "data-all");
        return Pattern.compile("name=\"flag\" value=\"([0-9]+)-")
                .matcher(list.body())
                .results()
                .map(m -> site.flags().flag(Long.parseLong(m.group(1))).roadmap())
                .toList();
    }

    private void join(Role role, Role membership) {
        Memberships.Place place = new Memberships.Place(site.people().active("by", Site.name(Role.ADMIN)), Foreign.KEY);
        Person member = site.people().active("person", Site.name(role));
        site.parts().members().set(place, member, membership, null);
    }

    /** The names that can be chosen on the page of a flag. */
    private static List<String> offered(Answer page) {
        String select = page.find("<select id=\"assignee\"(.*?)</select>");
        return Pattern.compile("<option value=\"([^\"]*)\"")
                .matcher(select)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
