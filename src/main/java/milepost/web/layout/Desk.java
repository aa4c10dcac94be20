package milepost.web.layout;

import milepost.access.link.UpdateLinks;
import milepost.roadmap.inbox.Inbox;

/** What officers and managers work with day by day. */
public record Desk(Inbox inbox, UpdateLinks links) {}
