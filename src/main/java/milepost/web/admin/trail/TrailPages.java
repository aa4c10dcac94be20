package milepost.web.admin.trail;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import milepost.access.AuditTrail;
import milepost.exchange.out.CsvText;
import milepost.exchange.out.Sheet;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import org.jspecify.annotations.Nullable;

/** The audit trail as a page, and as a file. */
public final class TrailPages {
    private static final int SHOWN = 100;
    private static final int MOST_EXPORTED = 100_000;
    private static final List<String> HEADINGS =
            List.of("number", "at", "by", "what", "roadmap", "subject", "detail", "hash");

    private final AuditTrail trail;
    private final Pages pages;

    public TrailPages(Parts parts, Pages pages) {
        this.trail = parts.people().trail();
        this.pages = pages;
    }

    public void list(Context ctx) {
        TrailFilter filter = filter(ctx);
        List<AuditTrail.Entry> found = trail.list(query(ctx, filter, SHOWN + 1));
        boolean more = found.size() > SHOWN;
        List<AuditTrail.Entry> shown = more ? found.subList(0, SHOWN) : found;
        String next = more
                ? filter.address("/admin/trail") + "&before="
                        + shown.get(SHOWN - 1).id()
                : null;
        TrailView view = new TrailView(filter, shown, trail.news(), next);
        pages.show(ctx, new Page("Audit trail", Place.ELSEWHERE, "milepost/web/admin/trail/trail.jte", view));
    }

    /** What the page shows, all of it, for a spreadsheet. */
    public void export(Context ctx) {
        List<List<@Nullable Object>> rows = trail.list(query(ctx, filter(ctx), MOST_EXPORTED)).stream()
                .map(TrailPages::row)
                .toList();
        ctx.header("Content-Disposition", "attachment; filename=\"audit-trail.csv\"");
        ctx.contentType("text/csv; charset=utf-8").result(CsvText.of(new Sheet("Audit trail", HEADINGS, rows)));
    }

    private static TrailFilter filter(Context ctx) {
        return new TrailFilter(
                text(ctx, "kind"), text(ctx, "actor"), text(ctx, "roadmap"), text(ctx, "from"), text(ctx, "to"));
    }

    private static AuditTrail.Query query(Context ctx, TrailFilter filter, int limit) {
        String before = text(ctx, "before");
        return new AuditTrail.Query(
                orNull(filter.kind()),
                orNull(filter.actor()),
                orNull(filter.roadmap()),
                day(filter.from(), 0),
                day(filter.to(), 1),
                before.matches("[0-9]{1,12}") ? Long.valueOf(before) : null,
                limit);
    }

    private static List<@Nullable Object> row(AuditTrail.Entry e) {
        return Arrays.asList(
                e.id(), e.at().toString(), e.actor(), e.kind(), e.roadmap(), e.subject(), e.detail(), e.hash());
    }

    /** A day that cannot be read asks for nothing; the field shows it again. */
    private static @Nullable Instant day(String text, int later) {
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value.strip();
    }

    /** What the entries are narrowed to, as typed; empty for all. */
    public record TrailFilter(String kind, String actor, String roadmap, String from, String to) {

        /** This address with what is asked for. */
        public String address(String path) {
            return path + "?kind=" + Redirects.encode(kind) + "&actor=" + Redirects.encode(actor) + "&roadmap="
                    + Redirects.encode(roadmap) + "&from=" + Redirects.encode(from) + "&to=" + Redirects.encode(to);
        }

        /** What is wrong with the days; null when nothing is. */
        public @Nullable String error() {
            boolean from = !this.from.isEmpty() && day(this.from, 0) == null;
            boolean to = !this.to.isEmpty() && day(this.to, 0) == null;
            return from || to ? "Write the days as 2026-12-31; the one that is not is left out here." : null;
        }
    }

    /**
     * The audit trail, narrowed.
     *
     * @param broken entries that do not follow from the one before; none when nobody tampered with it
     * @param next address of the entries before these; null when there are none
     */
    public record TrailView(
            TrailFilter filter,
            List<AuditTrail.Entry> entries,
            List<String> broken,
            @Nullable String next) {}
}
