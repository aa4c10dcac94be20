package milepost.web.officer.compare;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.ProgressUpdate;
import milepost.facts.Snapshot;
import milepost.roadmap.history.Comparison;
import milepost.roadmap.history.Moment;
import milepost.roadmap.store.LogEntry;
import milepost.web.layout.Links;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Words;
import milepost.web.officer.form.Form;
import milepost.web.officer.history.EntryView;
import milepost.web.officer.history.FieldText;
import org.jspecify.annotations.Nullable;

/** The page that compares two moments of a roadmap. */
public final class ComparePages {
    private final Parts parts;
    private final Pages pages;

    public ComparePages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        Snapshot now = parts.roadmaps().snapshot(ctx.pathParam("key"));
        Form form = Form.of(Map.of("from", asked(ctx, "from"), "to", asked(ctx, "to")));
        Comparison comparison = null;
        if (!form.value("from").isEmpty()) {
            try {
                comparison = parts.roadmaps().past().compare(now.roadmap().key(), form.value("from"), form.value("to"));
            } catch (Problem problem) {
                if (problem.kind() != Problem.Kind.INVALID) {
                    throw problem;
                }
                ctx.status(422);
                form = form.refused(problem.fields());
            }
        }
        String prefix = form.errors().isEmpty() ? "" : "Error: ";
        pages.show(
                ctx,
                new Page(
                        prefix + "Compare " + now.roadmap().title(),
                        Place.PORTFOLIO,
                        "milepost/web/officer/compare/compare.jte",
                        view(now, form, comparison)));
    }

    private CompareView view(Snapshot now, Form form, @Nullable Comparison comparison) {
        String base = Links.roadmap(now.roadmap().key());
        List<CompareView.Choice> baselines = parts
                .roadmaps()
                .baselines()
                .list(now.roadmap().key())
                .stream()
                .map(b ->
                        new CompareView.Choice(b.key(), b.name(), base + "/compare?from=" + Redirects.encode(b.key())))
                .toList();
        if (comparison == null) {
            return new CompareView(
                    now.roadmap().title(), base, form, baselines, false, "", "", false, List.of(), List.of());
        }
        return new CompareView(
                now.roadmap().title(),
                base,
                form,
                baselines,
                true,
                words(comparison.from(), now),
                form.value("to").isEmpty() ? "now" : words(comparison.to(), now),
                comparison.from().empty(),
                groups(comparison, now),
                comparison.flags().stream().map(f -> flag(f)).toList());
    }

    private static String asked(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "").strip();
    }

    private static String words(Moment moment, Snapshot now) {
        String time = Words.time(moment.at(), now.roadmap().zone());
        return moment.baseline() == null ? time : moment.baseline().name() + " (" + time + ")";
    }

    private static List<CompareView.Group> groups(Comparison comparison, Snapshot now) {
        Map<Class<?>, List<Comparison.Difference>> byType = new LinkedHashMap<>();
        comparison
                .differences()
                .forEach(d ->
                        byType.computeIfAbsent(d.type(), t -> new ArrayList<>()).add(d));
        FieldText text = new FieldText(now.roadmap().zone());
        return byType.entrySet().stream()
                .map(e -> new CompareView.Group(
                        kind(e.getKey(), e.getValue().size()),
                        count(e.getValue(), LogEntry.How.ADDED),
                        count(e.getValue(), LogEntry.How.CHANGED),
                        count(e.getValue(), LogEntry.How.REMOVED),
                        e.getValue().stream()
                                .sorted((a, b) -> NaturalOrder.BY_NUMBERS.compare(a.key(), b.key()))
                                .map(d -> row(d, now, text))
                                .toList()))
                .toList();
    }

    private static String kind(Class<?> type, int many) {
        String one = type == ProgressUpdate.class ? "report" : Words.spaced(type.getSimpleName());
        String name = many == 1 ? one : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return Words.sentence(name);
    }

    private static int count(List<Comparison.Difference> differences, LogEntry.How how) {
        return (int) differences.stream().filter(d -> d.how() == how).count();
    }

    private static CompareView.Row row(Comparison.Difference d, Snapshot now, FieldText text) {
        boolean there =
                d.type() == Milestone.class && now.findMilestone(d.key()).isPresent();
        return new CompareView.Row(
                d.key().replace(">", " → "),
                d.title().equals(d.key()) ? "" : d.title(),
                there ? Links.milestone(now.roadmap().key(), d.key()) : null,
                d.how().name().toLowerCase(java.util.Locale.ROOT),
                EntryView.lines(d.fields(), text));
    }

    private static CompareView.FlagRow flag(Comparison.FlagDifference flag) {
        return new CompareView.FlagRow(
                flag.subject(), flag.message(), Links.flag(flag.flag()), flag.before(), flag.after());
    }
}
