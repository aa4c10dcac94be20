package milepost.web;

import static milepost.web.Access.ADMIN;
import static milepost.web.Access.ANYONE;
import static milepost.web.Access.AUTHOR;
import static milepost.web.Access.MANAGER;
import static milepost.web.Access.MANAGER_SOMEWHERE;
import static milepost.web.Access.OFFICER;
import static milepost.web.Access.OFFICER_SOMEWHERE;
import static milepost.web.Access.VIEWER;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import milepost.facts.ProgressUpdate;
import milepost.web.api.doc.OpenApi;
import milepost.web.api.exchange.ExchangeApi;
import milepost.web.api.facts.DependenciesApi;
import milepost.web.api.facts.EventsApi;
import milepost.web.api.facts.FactsApi;
import milepost.web.api.facts.HealthApi;
import milepost.web.api.facts.IndicatorsApi;
import milepost.web.api.facts.MilestonesApi;
import milepost.web.api.facts.ObservationsApi;
import milepost.web.api.facts.ParticipantsApi;
import milepost.web.api.facts.RatingsApi;
import milepost.web.api.facts.RestrictionsApi;
import milepost.web.api.facts.RoadmapsApi;
import milepost.web.api.facts.UpdatesApi;
import milepost.web.api.flags.FlagsApi;
import milepost.web.api.flags.ForecastApi;
import milepost.web.api.http.Once;
import milepost.web.api.news.DeliveriesApi;
import milepost.web.api.news.SubscriptionsApi;
import milepost.web.api.past.NotesApi;
import milepost.web.api.past.PastApi;
import milepost.web.api.past.PeriodsApi;
import milepost.web.api.people.MembersApi;
import milepost.web.api.rules.RulesApi;
import milepost.web.api.rules.RulesetsApi;
import milepost.web.calendar.CalendarApi;
import milepost.web.layout.Parts;
import milepost.web.news.Streams;

/** Every address for programs, with the role it needs. */
final class ApiRoutes {
    private static final String ROOT = "/api/v1";
    private static final String ROADMAP = "/roadmaps/{roadmap}";

    private final Parts parts;
    private final Turns turns;
    private final Once once;
    private final Streams streams;
    private final RoadmapsApi roadmaps;
    private final FlagsApi flags;
    private final ForecastApi forecasts;
    private final RulesApi rules;
    private final OpenApi document;
    private final RulesetsApi rulesets;

    ApiRoutes(Parts parts, Turns turns, Streams streams) {
        this.streams = streams;
        this.parts = parts;
        this.turns = turns;
        this.once = new Once(parts.people());
        this.roadmaps = new RoadmapsApi(parts);
        this.flags = new FlagsApi(parts);
        this.forecasts = new ForecastApi(parts);
        this.rules = new RulesApi(parts);
        this.document = new OpenApi();
        this.rulesets = new RulesetsApi(parts);
    }

    void register(RoutesConfig routes) {
        routes.get("/openapi.json", document::show, ANYONE);

        get(routes, "/roadmaps", roadmaps::list);
        routes.post(ROOT + "/roadmaps", once.each(roadmaps::create), OFFICER);
        get(routes, ROADMAP + ".ics", new CalendarApi(parts)::download);
        get(routes, ROADMAP, roadmaps::one);
        routes.patch(ROOT + ROADMAP, roadmaps::change, OFFICER);
        get(routes, ROADMAP + "/evaluations", roadmaps::evaluations);
        get(routes, ROADMAP + "/forecast", forecasts::show);
        get(routes, ROADMAP + "/health", new HealthApi(parts)::show);

        facts(routes, "/milestones", MilestonesApi.on(parts));
        facts(routes, "/dependencies", DependenciesApi.on(parts));
        facts(routes, "/participants", ParticipantsApi.on(parts));
        facts(routes, "/restrictions", RestrictionsApi.on(parts));
        facts(routes, "/indicators", IndicatorsApi.on(parts));
        facts(routes, "/indicators/{indicator}/observations", ObservationsApi.on(parts));
        facts(routes, "/events", EventsApi.on(parts));
        facts(routes, "/ratings", RatingsApi.on(parts), MANAGER);

        updates(routes);
        past(routes);
        members(routes);

        ExchangeApi files = new ExchangeApi(parts);
        routes.post(ROOT + ROADMAP + "/import", once.file(files::take), OFFICER);
        routes.get(ROOT + "/imports/{import}", files::begun, OFFICER_SOMEWHERE);
        routes.post(ROOT + "/imports/{import}/stop", once.look(files::stop), OFFICER_SOMEWHERE);
        get(routes, ROADMAP + "/export", files::give);

        get(routes, "/flags", flags::list);
        routes.post(ROOT + "/flags/triage", once.act(flags::bulk), MANAGER_SOMEWHERE);
        get(routes, "/flags/{id}", flags::one);
        routes.post(ROOT + "/flags/{id}/triage", once.act(flags::triage), MANAGER);

        news(routes);

        get(routes, "/rules", rules::list);
        get(routes, "/rules/{key}", rules::one);
        get(routes, "/rules/{folder}/{name}", rules::one);
        routes.post(ROOT + "/rulesets/check", turns.each(once.look(rules::check)), AUTHOR);
        routes.post(ROOT + "/rulesets/test", turns.each(once.look(rulesets::test)), AUTHOR);
        routes.post(ROOT + "/rulesets/dry-run", turns.each(once.look(rulesets::dryRun)), AUTHOR);
        get(routes, "/rulesets", rulesets::list);
        routes.post(ROOT + "/rulesets", turns.each(once.publication(rulesets::publish)), AUTHOR);
        routes.post(ROOT + "/rulesets/{version}/looked-at", once.act(rulesets::lookedAt), MANAGER_SOMEWHERE);
        routes.post(ROOT + "/rulesets/{version}/restore", turns.each(once.publication(rulesets::restore)), AUTHOR);
    }

    /** What people are told of flags, and what became of it. */
    private void news(RoutesConfig routes) {
        SubscriptionsApi subscriptions = new SubscriptionsApi(parts);
        get(routes, "/subscriptions", subscriptions::list);
        routes.post(ROOT + "/subscriptions", once.act(subscriptions::create), VIEWER);
        routes.post(ROOT + "/subscriptions/{subscription}/{act}", once.act(subscriptions::act), VIEWER);
        routes.get(ROOT + "/events", streams::open, VIEWER);
        routes.head(ROOT + "/events", Streams::head, VIEWER);
        DeliveriesApi deliveries = new DeliveriesApi(parts);
        routes.get(ROOT + "/deliveries", deliveries::list, ADMIN);
        routes.post(ROOT + "/deliveries/{delivery}/resend", once.act(deliveries::resend), ADMIN);
    }

    private void members(RoutesConfig routes) {
        MembersApi members = new MembersApi(parts);
        routes.get(ROOT + ROADMAP + "/members", members::list, MANAGER);
        routes.post(ROOT + ROADMAP + "/members", once.act(members::set), MANAGER);
        routes.post(ROOT + ROADMAP + "/members/{person}/remove", once.act(members::remove), MANAGER);
        routes.post(ROOT + ROADMAP + "/visibility", once.act(members::show), MANAGER);
    }

    /** Reports are added, never changed. */
    private void updates(RoutesConfig routes) {
        FactsApi<ProgressUpdate> updates = UpdatesApi.on(parts);
        String list = ROADMAP + "/updates";
        get(routes, list, updates::list);
        routes.post(ROOT + list, once.each(updates::create), OFFICER);
        get(routes, list + "/{key}", updates::one);
        get(routes, list + "/{key}/history", updates::history);
    }

    private void past(RoutesConfig routes) {
        PastApi past = new PastApi(parts);
        NotesApi notes = new NotesApi(parts);
        get(routes, ROADMAP + "/history", past::history);
        get(routes, ROADMAP + "/changes/{change}", past::change);
        routes.post(ROOT + ROADMAP + "/changes/{change}/undo", once.act(past::undo), OFFICER);
        get(routes, ROADMAP + "/compare", past::compare);
        get(routes, ROADMAP + "/slips", past::slips);
        get(routes, ROADMAP + "/baselines", notes::baselines);
        routes.post(ROOT + ROADMAP + "/baselines", once.act(notes::set), MANAGER);
        routes.post(ROOT + ROADMAP + "/baselines/{baseline}/remove", once.act(notes::remove), MANAGER);
        routes.post(ROOT + ROADMAP + "/milestones/{key}/baseline", once.act(notes::rebaseline), MANAGER);
        PeriodsApi periods = new PeriodsApi(parts);
        get(routes, ROADMAP + "/periods", periods::list);
        routes.post(ROOT + ROADMAP + "/periods", once.act(periods::freeze), MANAGER);
        get(routes, ROADMAP + "/milestones/{key}/comments", notes::comments);
        routes.post(ROOT + ROADMAP + "/milestones/{key}/comments", once.act(notes::comment), OFFICER);
    }

    private void facts(RoutesConfig routes, String name, FactsApi<?> api) {
        facts(routes, name, api, OFFICER);
    }

    private void facts(RoutesConfig routes, String name, FactsApi<?> api, Access writer) {
        String list = ROADMAP + name;
        String one = list + "/{key}";
        get(routes, list, api::list);
        routes.post(ROOT + list, once.each(api::create), writer);
        get(routes, one, api::one);
        routes.patch(ROOT + one, api::change, writer);
        routes.delete(ROOT + one, api::remove, writer);
        get(routes, one + "/history", api::history);
    }

    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(ROOT + path, handler, VIEWER);
    }
}
