package milepost.web.layout;

import milepost.access.link.UpdateLinks;
import milepost.roadmap.inbox.Inbox;
import milepost.roadmap.period.Periods;

/** What officers and managers work with day by day. */
public record Desk(Inbox inbox, UpdateLinks links, Periods periods) {}
