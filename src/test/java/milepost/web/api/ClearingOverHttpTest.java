package milepost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.facts.Snapshot;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.foresight.Clearing;
import milepost.foresight.Suggestion;
import milepost.web.Site;
import milepost.web.api.Client.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each suggestion shown for each flag of the example, carried out over HTTP, clears the flag and raises none. */
class ClearingOverHttpTest {

    @Test
    void every_suggestion_shown_clears_its_flag_and_raises_none() {
        try (Site site = Site.open("2025-12-05T09:00:00Z")) {
            site.roadmaps().sweep();
            Client officer = Client.of(site, Role.OFFICER);
            Snapshot snapshot = site.roadmaps().snapshot("REE");
            Clearing clearing = new Clearing(
                    site.parts().ruleset().get(),
                    snapshot,
                    site.parts().today(snapshot.roadmap().zone()),
                    site.clock().instant());
            int tried = 0;
            for (Flag flag : site.flags().list(FlagQuery.active())) {
                List<Suggestion> suggestions = clearing.of(flag);
                assertThat(shown(officer, flag))
                        .containsExactlyElementsOf(
                                suggestions.stream().map(Suggestion::text).toList());
                for (Suggestion suggestion : suggestions) {
                    tried += clears(new CarriedOut(officer, snapshot), flag, suggestion) ? 1 : 0;
                }
            }
            assertThat(tried).isGreaterThan(10);
        }
    }

    /** Whether there is a route for it; what it does is compared with what was said. */
    private static boolean clears(CarriedOut http, Flag flag, Suggestion suggestion) {
        Answer answer =
                suggestion.edits().size() == 1 ? http.tried(suggestion.edits().get(0)) : null;
        if (answer == null) {
            return false;
        }
        String what = flag.rule() + " " + flag.subject() + ": " + suggestion.text() + " " + answer.text();
        assertThat(answer.status()).as(what).isBetween(200, 201);
        JsonNode flags = answer.json().get("flags");
        assertThat(flags.get("resolved").values().stream().map(f -> f.get("id").asLong()))
                .as(what)
                .contains(flag.id());
        assertThat(flags.get("raised").isEmpty()).as(what).isTrue();
        assertThat(flags.get("reopened").isEmpty()).as(what).isTrue();
        return true;
    }

    private static List<String> shown(Client officer, Flag flag) {
        return officer.get("/flags/" + flag.id()).json().get("clears").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.toList());
    }
}
