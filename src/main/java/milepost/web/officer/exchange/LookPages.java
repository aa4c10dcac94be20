package milepost.web.officer.exchange;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import milepost.access.Role;
import milepost.access.member.Rights;
import milepost.exchange.intake.Wish;
import milepost.exchange.intake.heading.Mapping;
import milepost.exchange.work.ImportRun;
import milepost.exchange.work.ImportRuns;
import milepost.exchange.work.Work;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.web.layout.Exchange;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;

/** The second step of an import: a look at what the file comes to, corrections, and the import itself. */
public final class LookPages {
    private static final String STEP = "do";
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Parts parts;
    private final Exchange exchange;
    private final Pages pages;
    private final Inbox inbox;
    private final Runs runs;

    LookPages(Parts parts, Pages pages, Inbox inbox) {
        this.parts = parts;
        this.exchange = parts.exchange();
        this.pages = pages;
        this.inbox = inbox;
        this.runs = new Runs(exchange);
    }

    /** What the file would do, or what it did; how far it has come while that is worked out. */
    public void show(Context ctx) {
        boolean asks = ctx.header("HX-Request") != null;
        if (asks && findHeld(ctx).isEmpty()) {
            ctx.header(
                    "HX-Redirect",
                    ctx.path()); // the page that still counts gives way to one that says what became of it
            return;
        }
        Upload upload = held(ctx);
        if (upload.outcome() != null) {
            done(ctx, upload, upload.outcome());
            return;
        }
        Runs.Run run = runs.of(upload);
        String here = upload.address() + (ctx.queryString() == null ? "" : "?" + ctx.queryString());
        if (!run.work().await(asks ? Duration.ZERO : PATIENCE)) {
            WorkingView view = WorkingView.of(upload, here, run, notice(ctx));
            ctx.header("Cache-Control", "no-store");
            pages.show(ctx, new Page(view.title(), Place.PORTFOLIO, "milepost/web/officer/exchange/working.jte", view));
        } else if (asks) {
            ctx.header("HX-Redirect", here);
        } else {
            ended(ctx, upload, run);
        }
    }

    /** What came of it is shown once. */
    private void ended(Context ctx, Upload upload, Runs.Run run) {
        runs.drop(upload);
        if (run.carry() != null) {
            carried(ctx, upload, run.carry());
            return;
        }
        Preview preview = found(run);
        List<FieldError> errors = run.errors().isEmpty() ? preview.errors() : run.errors();
        show(
                ctx,
                upload,
                preview,
                MappingForm.of(upload.wish(), preview.mapping()).refused(errors));
    }

    private void carried(Context ctx, Upload upload, Work<Outcome> work) {
        try {
            Upload done = upload.done(work.result());
            inbox.replace(done);
            done(ctx, done, work.result());
        } catch (Problem problem) {
            boolean stopped = work.stopped();
            runs.look(upload, stopped ? List.of() : Preview.errors(problem));
            Redirects.to(ctx, upload.address() + (stopped ? "?stopped=1" : ""));
        }
    }

    private void done(Context ctx, Upload upload, Outcome outcome) {
        DoneView view = DoneView.of(upload, outcome);
        pages.show(ctx, new Page("Imported", Place.PORTFOLIO, "milepost/web/officer/exchange/done.jte", view));
    }

    /** Takes corrections; keeps them under a name, or imports, when that was asked for. */
    public void choose(Context ctx) {
        Upload upload = held(ctx);
        Form form = Form.sent(ctx.formParamMap());
        boolean stop = form.value(STEP).equals("stop");
        if (upload.outcome() == null && stop) {
            Redirects.to(ctx, runs.stop(upload) ? upload.address() : upload.again());
            return;
        }
        if (stop || upload.outcome() != null || runs.carrying(upload)) {
            Redirects.to(ctx, upload.address());
            return;
        }
        Mapping mapping = upload.history() ? null : Preview.mapping(upload);
        Answers answers = new Answers(form);
        Upload chosen = upload.with(MappingForm.read(answers, upload.wish(), mapping), upload.fresh());
        if (answers.errors().isEmpty()) {
            act(ctx, upload.wish(), chosen, form);
        } else {
            refuse(ctx, upload, form, answers.errors());
        }
    }

    private void act(Context ctx, Wish before, Upload chosen, Form form) {
        String step = form.value(STEP);
        try {
            inbox.replace(chosen);
            if (step.equals("keep") && !chosen.history()) {
                String name = form.value(MappingForm.PROFILE).strip();
                exchange.profiles().save(name, Preview.mapping(chosen), chosen.person());
                Redirects.to(ctx, chosen.address() + "?kept=" + Redirects.encode(name));
            } else if (step.equals("import") && !chosen.wish().equals(before)) {
                Redirects.to(ctx, chosen.address() + "?changed=1");
            } else if (step.equals("import")) {
                carry(ctx, chosen);
            } else {
                look(ctx, chosen, form);
            }
        } catch (Problem problem) {
            refuse(ctx, chosen, form, Preview.errors(problem));
        }
    }

    /** What is quick has ended when the answer comes; the page tells how far the rest has come. */
    private void carry(Context ctx, Upload chosen) {
        Work<Outcome> work = Objects.requireNonNull(runs.carry(chosen).carry());
        if (work.await(PATIENCE)) {
            runs.drop(chosen);
            inbox.replace(chosen.done(work.result()));
        }
        Redirects.to(ctx, chosen.address());
    }

    private void look(Context ctx, Upload chosen, Form form) {
        Runs.Run run = runs.look(chosen, List.of());
        List<FieldError> errors = run.work().await(PATIENCE) ? found(run).errors() : List.of();
        if (errors.isEmpty()) {
            Redirects.to(ctx, chosen.address());
        } else {
            refuse(ctx, chosen, form, errors);
        }
    }

    private static Preview found(Runs.Run run) {
        return Objects.requireNonNull(run.look()).result();
    }

    /** The page again with what was typed; without what the file comes to when that takes longer. */
    private void refuse(Context ctx, Upload upload, Form form, List<FieldError> errors) {
        ctx.status(422);
        Runs.Run run = runs.of(upload);
        Preview preview = run.look() != null && run.work().await(PATIENCE) ? found(run) : Preview.unfinished(upload);
        show(ctx, upload, preview, form.refused(errors));
    }

    private void show(Context ctx, Upload upload, Preview preview, Form form) {
        MappingView view = MappingView.of(upload, preview, form.with(Preview.COLUMNS, ""), notice(ctx));
        String title = (form.errors().isEmpty() ? "" : "Error: ") + "Look before you import";
        pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/officer/exchange/look.jte", view));
    }

    private static @Nullable String notice(Context ctx) {
        String kept = ctx.queryParam("kept");
        if (kept != null) {
            return "The meanings of the columns are kept as the profile " + kept + ".";
        }
        if (ctx.queryParam("stopped") != null) {
            return "The import was stopped; nothing of it was stored.";
        }
        return ctx.queryParam("changed") == null
                ? null
                : "You changed something since the last look. Nothing is imported yet: look at what it comes to now.";
    }

    private Optional<Upload> findHeld(Context ctx) {
        return inbox.find(ctx.pathParam("upload"), Visitor.person(ctx).name());
    }

    /** What became of a file that is not held any more, also when the program was started again since. */
    private Problem gone(Context ctx) {
        String sentence = exchange.runs()
                .find(ctx.pathParam("upload"), Visitor.person(ctx).name())
                .map(LookPages::sentence)
                .orElse(
                        "This file is no longer held: files wait an hour, and the newest three of each person. Nothing of it was"
                                + " imported unless you were told so; choose it again.");
        return new Problem(Problem.Kind.NOT_FOUND, sentence);
    }

    private static String sentence(ImportRun run) {
        return switch (run.state()) {
            case RUNNING -> "This file is being imported; look at the history of the roadmap in a minute.";
            case DONE -> "This file was imported. " + run.answer() + ". The file itself is no longer held.";
            case FAILED, STOPPED ->
                Objects.requireNonNullElse(run.answer(), ImportRuns.interrupted())
                        + " The file itself is no longer held.";
        };
    }

    /** The file, while whoever sent it may still import it where it is meant to go. */
    private Upload held(Context ctx) {
        Upload upload = findHeld(ctx).orElseThrow(() -> gone(ctx));
        Rights rights = Visitor.rights(ctx);
        String key = upload.wish().roadmap();
        boolean may = !key.isEmpty() && parts.roadmaps().exists(key)
                ? rights.may(key, Role.OFFICER)
                : rights.may(Role.OFFICER);
        if (!may) {
            throw new Problem(Problem.Kind.FORBIDDEN, "You do not keep this roadmap any more; nothing was imported.");
        }
        return upload;
    }
}
