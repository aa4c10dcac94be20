package milepost.web;

import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.access.member.Visibility;
import milepost.exchange.RoadmapFile;

/** A roadmap for its members only, of which the people of the tests are none; every text in it holds a word found nowhere else. */
public final class Foreign {
    public static final String KEY = "ZANZ";
    public static final String WORD = "Zanzibar";

    private static final String HISTORY = """
            {"format": "milepost-roadmap/1", "roadmap": "ZANZ", "changes": [
              {"at": "2025-01-10T12:00:00Z", "actor": "admin", "reason": "Zanzibar begins",
               "source": {"title": "Zanzibar source"},
               "roadmaps": [{"key": "ZANZ", "title": "Zanzibar roadmap", "home": "TZ", "zone": "UTC", "stages": ["reserves", "demand"]}],
               "milestones": [
                 {"key": "ZANZ-1", "title": "Zanzibar harbour", "stream": "Zanzibar stream", "status": "IN_PROGRESS",
                  "due": "2025-11-20", "owner": "Zanzibar office", "description": "Zanzibar text"},
                 {"key": "ZANZ-2", "title": "Zanzibar road", "status": "PLANNED", "due": "2026-06-30"}],
               "dependencies": [{"predecessor": "ZANZ-1", "successor": "ZANZ-2"}],
               "participants": [{"key": "ZANZ-1-A", "milestone": "ZANZ-1", "name": "Zanzibar side", "jurisdiction": "TZ"}],
               "events": [{"key": "zanz-begun", "title": "Zanzibar begun", "date": "2025-01"}],
               "indicators": [{"key": "zanz-reserves", "title": "Zanzibar reserves", "stage": "reserves", "unit": "t"}],
               "observations": [{"key": "zanz-reserves-1", "indicator": "zanz-reserves", "date": "2025-01", "value": 3,
                                 "note": "Zanzibar note"}],
               "restrictions": [{"key": "zanz-sanction", "title": "Zanzibar sanction", "kind": "SANCTION",
                                 "imposedBy": ["US"], "targets": ["TZ"]}]},
              {"at": "2025-11-10T12:00:00Z", "actor": "admin", "reason": "Zanzibar report",
               "updates": [{"key": "ZANZ-1-1", "milestone": "ZANZ-1", "date": "2025-11-10", "text": "Zanzibar works"}]}]}
            """;

    private Foreign() {}

    /** Puts it into the site. */
    public static void roadmap(Site site) {
        RoadmapFile.Content content = RoadmapFile.read(HISTORY);
        site.roadmaps().importDated(content.roadmap(), content.changes());
        var admin = site.people().active("by", Site.name(Role.ADMIN));
        site.parts().members().show(new Memberships.Place(admin, KEY), Visibility.MEMBERS);
    }
}
