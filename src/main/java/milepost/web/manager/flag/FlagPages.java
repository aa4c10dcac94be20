package milepost.web.manager.flag;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import milepost.access.Person;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.flags.FlagRef;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.foresight.Clearing;
import milepost.foresight.Suggestion;
import milepost.roadmap.Then;
import milepost.web.asof.Control;
import milepost.web.asof.Early;
import milepost.web.asof.Moment;
import milepost.web.asof.Track;
import milepost.web.layout.Crumb;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Whys;
import milepost.web.manager.triage.ActForm;
import milepost.web.manager.triage.Chosen;

/** The page of each flag, and what is done to one flag. */
public final class FlagPages {
    private final Parts parts;
    private final Pages pages;

    public FlagPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void one(Context ctx) {
        Flag flag = flag(ctx);
        Moment moment = Moment.of(ctx, parts.clock().instant(), new Subjects(parts).zone(flag));
        if (moment.rewritten(ctx)) {
            return;
        }
        Moment shown = moment.future()
                ? moment.refused("A flag is shown up to today.", parts.clock().instant())
                : moment;
        ctx.status(shown.error() == null ? 200 : 422);
        if (shown.past()) {
            then(ctx, flag, shown);
        } else {
            show(ctx, shown(ctx, flag, shown), ActForm.empty());
        }
    }

    private Shown shown(Context ctx, Flag flag, Moment moment) {
        Control control = control(ctx, flag, moment);
        return new Shown(flag, moment, control, new Subjects(parts), null);
    }

    private Control control(Context ctx, Flag flag, Moment moment) {
        return Control.of(Links.flag(flag.id()), Map.of(), moment, track(moment, List.of(flag.roadmap())));
    }

    /** The flag as it was, or that it had not been raised by then. */
    private void then(Context ctx, Flag now, Moment moment) {
        Control control = control(ctx, now, moment);
        List<FlagEvent> events = parts.flags().events(now.id()).stream()
                .filter(e -> !e.at().isAfter(moment.at()))
                .toList();
        if (events.isEmpty()) {
            Subjects subjects = new Subjects(parts);
            LocalDate day = parts.flags().events(now.id()).stream()
                    .findFirst()
                    .map(e -> e.at().atZone(subjects.zone(now)).toLocalDate())
                    .orElse(moment.today());
            Early early = Early.of(
                    List.of(
                            new Crumb("Flags", "/flags"),
                            new Crumb(subjects.roadmap(now.roadmap()), Links.roadmap(now.roadmap()))),
                    "Flag " + now.id(),
                    now.subject(),
                    control,
                    day);
            pages.show(
                    ctx, new Page(moment.title("Flag " + now.id()), Place.FLAGS, "milepost/web/asof/early.jte", early));
            return;
        }
        Then then = parts.archive().then(now.roadmap(), moment.at());
        Flag flag = parts.archive().flag(now, moment.at());
        Subjects subjects = new Subjects(parts, List.of(then.snapshot()), moment.day());
        Shown shown = new Shown(flag, moment, control, subjects, then.rules());
        Causes causes = new Causes(parts, flag);
        FlagView.Found found =
                new FlagView.Found(Whys.then(parts, then, moment.suffix()).of(flag), events, causes, List.of());
        FlagView view = FlagView.of(shown, found, allowed(flag, ActForm.empty()));
        pages.show(
                ctx, new Page(moment.title(flag.message()), Place.FLAGS, "milepost/web/manager/flag/flag.jte", view));
    }

    /** The days on which something of these roadmaps was recorded. */
    private Track track(Moment moment, List<String> roadmaps) {
        List<LocalDate> days = roadmaps.stream()
                .map(key -> parts.roadmaps().snapshot(key).roadmap())
                .flatMap(roadmap -> parts.roadmaps().chronicle().daysOfChanges(roadmap).stream())
                .toList();
        return Track.of(moment, days, List.of(), moment.today().plusYears(1));
    }

    /** Does what the form says; what cannot be recorded is shown again as it was typed. */
    public void triage(Context ctx) {
        Flag flag = flag(ctx);
        ActForm form = ActForm.of(ctx);
        try {
            FlagRef seen = new FlagRef(flag.id(), Chosen.version(ctx));
            parts.flags()
                    .triaging()
                    .act(parts.decider(Visitor.person(ctx)), seen, form.act(parts), new Subjects(parts).today(flag));
            Redirects.to(ctx, Links.flag(flag.id()));
        } catch (Problem refused) {
            ctx.status(status(refused.kind()));
            Flag again = flag(ctx);
            Moment moment = Moment.present(parts.clock().instant(), new Subjects(parts).zone(again));
            show(ctx, shown(ctx, again, moment), form.refused(refused));
        }
    }

    private void show(Context ctx, Shown shown, ActForm form) {
        Flag flag = shown.flag();
        Causes causes = new Causes(parts, flag);
        FlagView.Found found = new FlagView.Found(
                Whys.now(parts, shown.subjects().zone(flag)).of(flag),
                parts.flags().events(flag.id()),
                causes,
                clears(flag, shown.subjects(), Visitor.covers(ctx, Role.OFFICER)));
        FlagView view = FlagView.of(shown, found, allowed(flag, form));
        String title = form.problem() == null ? shown.moment().title(flag.message()) : "Error: " + flag.message();
        pages.show(ctx, new Page(title, Place.FLAGS, "milepost/web/manager/flag/flag.jte", view));
    }

    private FlagView.Allowed allowed(Flag flag, ActForm form) {
        Set<Person> offered = Set.copyOf(parts.assignees(List.of(flag.roadmap())));
        return new FlagView.Allowed(
                form,
                parts.flags().triaging().policy(),
                parts.people().list().stream()
                        .filter(person -> offered.contains(person)
                                || person.name().equals(flag.assignee())
                                || person.name().equals(form.assignee()))
                        .toList());
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case INVALID, NOT_FOUND, TOO_LARGE -> 422;
        };
    }

    private List<Clear> clears(Flag flag, Subjects subjects, boolean officer) {
        Snapshot snapshot = subjects.snapshot(flag.roadmap());
        Clearing clearing = new Clearing(
                parts.ruleset().get(),
                snapshot,
                subjects.today(flag),
                parts.clock().instant());
        List<Suggestion> found = clearing.of(flag);
        return IntStream.range(0, found.size())
                .mapToObj(i -> Clear.of(found.get(i), snapshot, new Clear.Place(flag.id(), i + 1, officer)))
                .toList();
    }

    private Flag flag(Context ctx) {
        Optional<Long> id = findId(ctx.pathParam("id"));
        long number = id.orElseThrow(NotFoundResponse::new);
        return Visitor.covers(ctx, Role.AUTHOR)
                ? parts.flags().flagForAuthors(number)
                : parts.flags().flag(number);
    }

    private static Optional<Long> findId(String id) {
        try {
            return Optional.of(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
