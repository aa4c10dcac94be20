package milepost.web.officer.exchange;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import milepost.exchange.out.Exports;
import milepost.exchange.out.Format;
import milepost.facts.Problem;
import milepost.web.asof.Hindsight;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/** Everything about files in the browser. */
public final class ExchangePages {
    private final Parts parts;
    private final Exports exports;
    private final ImportPages imports;
    private final LookPages looks;

    public ExchangePages(Parts parts, Pages pages) {
        Inbox inbox = new Inbox(parts.clock());
        this.parts = parts;
        this.exports = parts.exchange().exports();
        this.imports = new ImportPages(parts, pages, inbox);
        this.looks = new LookPages(parts, pages, inbox);
    }

    public ImportPages imports() {
        return imports;
    }

    public LookPages looks() {
        return looks;
    }

    /** Hands a roadmap out as a file: as it stands, or as it would have gone out in a past moment. */
    public void give(Context ctx) {
        Hindsight then = Hindsight.of(ctx, parts);
        Format format = format(ctx.queryParam("format"));
        String key = then.snapshot().roadmap().key();
        String error = then.moment().error();
        if (error != null) {
            throw new Problem(Problem.Kind.INVALID, error, List.of(new Problem.FieldError("asOf", error)));
        }
        Exports.Exported exported = then.moment().present()
                ? exports.of(key, format)
                : exports.of(parts.archive().then(key, then.moment().at()), format);
        ctx.header("Content-Disposition", "attachment; filename=\"" + exported.name() + "\"");
        ctx.header("Cache-Control", "private, no-cache");
        ctx.contentType(exported.format().type()).result(exported.content());
    }

    /** Hands out a table to be filled in. */
    public void template(Context ctx) {
        Exports.Exported file = Exports.template(format(ctx.queryParam("format")));
        ctx.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        ctx.contentType(file.format().type()).result(file.content());
    }

    private static Format format(@Nullable String word) {
        return Arrays.stream(Format.values())
                .filter(format -> format.name().equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    String sentence = "Choose a format: "
                            + Arrays.stream(Format.values()).map(Format::name).collect(Collectors.joining(", ")) + ".";
                    return new Problem(
                            Problem.Kind.INVALID, sentence, List.of(new Problem.FieldError("format", sentence)));
                });
    }
}
