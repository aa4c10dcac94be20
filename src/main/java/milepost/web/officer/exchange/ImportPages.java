package milepost.web.officer.exchange;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import milepost.exchange.intake.Wish;
import milepost.facts.Roadmap;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Uploads;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;

/** The first step of an import: the file is chosen and sent. */
public final class ImportPages {
    private final Parts parts;
    private final Pages pages;
    private final Inbox inbox;
    private final UploadForm forms;

    ImportPages(Parts parts, Pages pages, Inbox inbox) {
        this.parts = parts;
        this.pages = pages;
        this.inbox = inbox;
        this.forms = new UploadForm(parts.exchange(), parts.roadmaps());
    }

    public void form(Context ctx) {
        show(ctx, 200, Form.of(Map.of()), null);
    }

    public void take(Context ctx) throws IOException {
        Form form = Form.sent(ctx.formParamMap());
        Answers answers = new Answers(form);
        Upload sent = sent(ctx, form).orElse(null);
        if (sent == null) {
            answers.refuse(UploadForm.FILE, "Choose a file: a table as CSV or XLSX, or a history as JSON");
            show(ctx, 422, form.refused(answers.errors()), null);
            return;
        }
        Upload read = forms.read(answers, sent, into(ctx));
        if (answers.errors().isEmpty()) {
            inbox.replace(read);
            Redirects.to(ctx, read.address());
        } else {
            Form refused = form.refused(answers.errors());
            show(ctx, 422, refused, refused.error(UploadForm.FILE) == null ? sent : null);
        }
    }

    /** The file of this request, else the one that was held before. */
    private Optional<Upload> sent(Context ctx, Form form) throws IOException {
        String person = Visitor.person(ctx).name();
        UploadedFile file = ctx.isMultipartFormData() ? ctx.uploadedFile(UploadForm.FILE) : null;
        if (file == null || file.filename().isBlank()) {
            return inbox.find(form.value(UploadForm.HELD), person).filter(held -> held.outcome() == null);
        }
        try (InputStream in = file.content()) {
            Upload upload = Upload.of(person, file.filename(), Uploads.read(in), Wish.of("", null));
            return Optional.of(inbox.put(upload));
        }
    }

    private void show(Context ctx, int status, Form form, @Nullable Upload held) {
        Form shown = form.with(UploadForm.FILE, "").with(UploadForm.HELD, held == null ? "" : held.token());
        UploadView view =
                UploadView.of(into(ctx), shown, parts.exchange().profiles().names(), held);
        ctx.status(status);
        String title = (status == 422 ? "Error: " : "") + "Import a file";
        pages.show(ctx, new Page(title, Place.PORTFOLIO, "milepost/web/officer/exchange/upload.jte", view));
    }

    private @Nullable Roadmap into(Context ctx) {
        String key = ctx.pathParamMap().get("key");
        return key == null ? null : parts.roadmaps().snapshot(key).roadmap();
    }
}
