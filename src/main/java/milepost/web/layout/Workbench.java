package milepost.web.layout;

import milepost.roadmap.Publishing;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Rulebook;

/** What the pages of authors are built on. */
public record Workbench(Rulebook book, Drafts drafts, Publishing publishing, LiveFolder folder, Backstage backstage) {}
