package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.foresight.Clearing;
import milepost.foresight.Suggestion;
import milepost.roadmap.fact.Edit;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each suggestion shown for each flag of the example, carried out over HTTP, clears the flag and raises none. */
class ClearingOverHttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-10", "2025-12-05", "2026-11-23"})
    void every_suggestion_shown_clears_its_flag_and_raises_none(String day) {
        try (Site site = Site.open(day + "T09:00:00Z")) {
            site.roadmaps().sweep();
            Client officer = Client.of(site, Role.OFFICER);
            Snapshot snapshot = site.roadmaps().snapshot("REE");
            Clearing clearing = new Clearing(
                    site.parts().ruleset().get(),
                    snapshot,
                    site.parts().today(snapshot.roadmap().zone()),
                    site.clock().instant());
            int flagsCleared = 0;
            for (Flag flag : site.flags().list(FlagQuery.active())) {
                List<Suggestion> suggestions = clearing.of(flag);
                assertThat(shown(officer, flag))
                        .containsExactlyElementsOf(
                                suggestions.stream().map(Suggestion::text).toList());
                flagsCleared += suggestions.isEmpty() ? 0 : 1;
                for (Suggestion suggestion : suggestions) {
                    clears(officer, snapshot, flag, suggestion);
                }
            }
            assertThat(flagsCleared).isGreaterThan(10);
        }
    }

    /** Makes its edits, one after the other, looks at the flag, and takes them back. */
    private static void clears(Client officer, Snapshot snapshot, Flag flag, Suggestion suggestion) {
        String what = flag.rule() + " " + flag.subject() + ": " + suggestion.text();
        List<Long> changes = new ArrayList<>();
        for (Edit edit : suggestion.edits()) {
            Answer answer = new CarriedOut(officer, snapshot).made(edit);
            assertThat(answer.status()).as(what + " " + answer.text()).isBetween(200, 201);
            JsonNode flags = answer.json().get("flags");
            assertThat(flags.get("raised").isEmpty()).as(what).isTrue();
            assertThat(flags.get("reopened").isEmpty()).as(what).isTrue();
            changes.add(0, newest(officer));
        }
        assertThat(officer.get("/flags/" + flag.id()).json().get("state").asString())
                .as(what)
                .isEqualTo("RESOLVED");
        for (long change : changes) {
            assertThat(officer.post("/roadmaps/REE/changes/" + change + "/undo", "{}")
                            .status())
                    .as(what)
                    .isEqualTo(201);
        }
        assertThat(officer.get("/flags/" + flag.id()).json().get("state").asString())
                .as(what)
                .isEqualTo("ACTIVE");
    }

    private static long newest(Client officer) {
        return officer.get("/roadmaps/REE/history?limit=1")
                .json()
                .at("/items/0/change")
                .asLong();
    }

    private static List<String> shown(Client officer, Flag flag) {
        return officer.get("/flags/" + flag.id()).json().get("clears").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.toList());
    }
}
