package milepost.web.officer.exchange;

import io.javalin.http.Context;
import java.util.List;
import milepost.access.Role;
import milepost.access.member.Rights;
import milepost.exchange.RecordIntake;
import milepost.exchange.intake.Mapping;
import milepost.exchange.intake.Plan;
import milepost.exchange.intake.Wish;
import milepost.exchange.table.Decoding;
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

    private final Parts parts;
    private final Exchange exchange;
    private final Pages pages;
    private final Inbox inbox;

    LookPages(Parts parts, Pages pages, Inbox inbox) {
        this.parts = parts;
        this.exchange = parts.exchange();
        this.pages = pages;
        this.inbox = inbox;
    }

    /** What the file would do, or what it did. */
    public void show(Context ctx) {
        Upload upload = held(ctx);
        Outcome outcome = upload.outcome();
        if (outcome != null) {
            DoneView view = DoneView.of(upload, outcome);
            pages.show(ctx, new Page("Imported", Place.PORTFOLIO, "milepost/web/officer/exchange/done.jte", view));
            return;
        }
        Preview preview = Preview.of(exchange, upload);
        show(
                ctx,
                upload,
                preview,
                MappingForm.of(upload.wish(), preview.mapping()).refused(preview.errors()));
    }

    /** Takes corrections; keeps them under a name, or imports, when that was asked for. */
    public void choose(Context ctx) {
        Upload upload = held(ctx);
        if (upload.outcome() != null) {
            Redirects.to(ctx, upload.address());
            return;
        }
        Mapping mapping = upload.history() ? null : Preview.mapping(upload);
        Form form = Form.sent(ctx.formParamMap());
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
                inbox.replace(chosen.done(carryOut(chosen)));
                Redirects.to(ctx, chosen.address());
            } else {
                look(ctx, chosen, form);
            }
        } catch (Problem problem) {
            refuse(ctx, chosen, form, Preview.errors(problem));
        }
    }

    private void look(Context ctx, Upload chosen, Form form) {
        List<FieldError> errors = Preview.of(exchange, chosen).errors();
        if (errors.isEmpty()) {
            Redirects.to(ctx, chosen.address());
        } else {
            refuse(ctx, chosen, form, errors);
        }
    }

    private Outcome carryOut(Upload upload) {
        if (upload.history()) {
            RecordIntake.Wish wish = upload.recordWish(false);
            return Outcome.of(exchange.records().take(Decoding.json(upload.bytes()), wish));
        }
        Plan plan = exchange.intake().plan(upload.file(), upload.bytes(), upload.wish());
        return Outcome.of(upload, plan, exchange.intake().carryOut(plan, upload.wish(), Preview.author(upload)));
    }

    private void refuse(Context ctx, Upload upload, Form form, List<FieldError> errors) {
        ctx.status(422);
        show(ctx, upload, Preview.of(exchange, upload), form.refused(errors));
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
        return ctx.queryParam("changed") == null
                ? null
                : "You changed something since the last look. Nothing is imported yet: look at what it comes to now.";
    }

    /** The file, while whoever sent it may still import it where it is meant to go. */
    private Upload held(Context ctx) {
        Upload upload = inbox.find(ctx.pathParam("upload"), Visitor.person(ctx).name())
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "This file is no longer held: files wait an hour, and the newest three of each person. Nothing of it was"
                                + " imported unless you were told so; choose it again."));
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
