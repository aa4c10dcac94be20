package milepost.web;

import static milepost.web.Access.ANYONE;
import static milepost.web.Access.MANAGER;
import static milepost.web.Access.OFFICER;
import static milepost.web.Access.VIEWER;

import io.javalin.config.RoutesConfig;
import milepost.web.calendar.CalendarApi;
import milepost.web.calendar.CalendarPages;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.manager.brief.BriefPages;
import milepost.web.manager.brief.PortfolioBriefPages;
import milepost.web.manager.members.MembersPages;
import milepost.web.officer.baseline.BaselinePages;
import milepost.web.officer.baseline.RebaselinePages;
import milepost.web.officer.compare.ComparePages;
import milepost.web.officer.history.HistoryPages;
import milepost.web.officer.history.UndoPages;
import milepost.web.officer.notes.CommentPages;
import milepost.web.officer.period.PeriodPages;
import milepost.web.officer.slips.SlipPages;

/** Every address of the site that looks back at a roadmap, ahead in a calendar or a brief, or at who has to do with it, with the role it needs. */
final class PastRoutes {
    private final Parts parts;
    private final Pages pages;

    PastRoutes(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        calendars(routes);
        past(routes);
        baselines(routes);
        members(routes);
    }

    /** Before the page of a roadmap, whose key could end in .ics too. */
    private void calendars(RoutesConfig routes) {
        CalendarPages calendars = new CalendarPages(parts, pages);
        CalendarApi feeds = new CalendarApi(parts);
        routes.get("/roadmaps/{roadmap}.ics", feeds::download, VIEWER);
        routes.get("/feeds/{secret}.ics", feeds::feed, ANYONE);
        routes.get("/roadmaps/{roadmap}/calendar", calendars::show, VIEWER);
        routes.post("/roadmaps/{roadmap}/calendar/addresses", calendars::create, VIEWER);
        routes.post("/roadmaps/{roadmap}/calendar/addresses/{id}/end", calendars::end, VIEWER);
    }

    private void past(RoutesConfig routes) {
        HistoryPages history = new HistoryPages(parts, pages);
        UndoPages undo = new UndoPages(parts, pages);
        routes.get("/roadmaps/{key}/history", history::list, VIEWER);
        routes.get("/roadmaps/{key}/changes/{change}", history::change, VIEWER);
        routes.get("/roadmaps/{key}/changes/{change}/undo", undo::ask, OFFICER);
        routes.post("/roadmaps/{key}/changes/{change}/undo", undo::undo, OFFICER);
        routes.get("/roadmaps/{key}/compare", new ComparePages(parts, pages)::show, VIEWER);
        routes.get("/roadmaps/{key}/brief", new BriefPages(parts, pages)::show, VIEWER);
        PeriodPages periods = new PeriodPages(parts, pages);
        routes.get("/roadmaps/{key}/periods", periods::list, VIEWER);
        routes.post("/roadmaps/{key}/periods", periods::freeze, MANAGER);
        routes.get("/brief", new PortfolioBriefPages(parts, pages)::show, VIEWER);
        routes.get("/roadmaps/{key}/slips", new SlipPages(parts, pages)::show, VIEWER);
        routes.post("/roadmaps/{key}/milestones/{m}/comments", new CommentPages(parts, pages)::add, OFFICER);
    }

    private void members(RoutesConfig routes) {
        MembersPages members = new MembersPages(parts, pages);
        routes.get("/roadmaps/{key}/members", members::list, MANAGER);
        routes.post("/roadmaps/{key}/members", members::set, MANAGER);
        routes.post("/roadmaps/{key}/members/{person}/remove", members::remove, MANAGER);
        routes.post("/roadmaps/{key}/visibility", members::visibility, MANAGER);
    }

    private void baselines(RoutesConfig routes) {
        BaselinePages baselines = new BaselinePages(parts, pages);
        RebaselinePages promises = new RebaselinePages(parts, pages);
        routes.get("/roadmaps/{key}/baselines", baselines::list, VIEWER);
        routes.post("/roadmaps/{key}/baselines", baselines::set, MANAGER);
        routes.get("/roadmaps/{key}/baselines/{baseline}/remove", baselines::ask, MANAGER);
        routes.post("/roadmaps/{key}/baselines/{baseline}/remove", baselines::remove, MANAGER);
        routes.get("/roadmaps/{key}/milestones/{m}/baseline", promises::form, MANAGER);
        routes.post("/roadmaps/{key}/milestones/{m}/baseline", promises::save, MANAGER);
    }
}
