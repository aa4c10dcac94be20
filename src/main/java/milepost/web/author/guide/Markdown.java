package milepost.web.author.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import milepost.web.author.rules.RuleText;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** A text of the guide as HTML: headings can be linked to, rules are coloured, tables need no heads. */
public final class Markdown {
    private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .attributeProviderFactory(context -> Markdown::attributes)
            .nodeRendererFactory(Blocks::new)
            .build();
    private static final String EMPTY_HEAD = "<thead>\\s*<tr>(\\s*<th[^>]*></th>)+\\s*</tr>\\s*</thead>";

    private Markdown() {}

    /** A heading of the second level. */
    public record Section(String id, String title) {}

    /**
     * A text as a page shows it.
     *
     * @param title its first heading
     * @param html what follows
     */
    record Shown(String title, List<Section> sections, String html) {}

    static Shown show(String text) {
        Node document = PARSER.parse(text.replaceAll("(?m)^<!--.*-->$", ""));
        String title = "";
        if (document.getFirstChild() instanceof Heading first) {
            title = words(first);
            first.unlink();
        }
        List<Section> sections = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                sections.add(new Section(id(heading), words(heading)));
            }
        }
        return new Shown(
                title,
                sections,
                RENDERER.render(document).replaceAll(EMPTY_HEAD, "").replace("<th></th>", "<td></td>"));
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", id(heading));
        } else if (node instanceof TableBlock) {
            attributes.put("class", "tbl");
        }
    }

    private static String id(Heading heading) {
        return words(heading).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String words(Heading heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    /** Writes blocks of code line by line, as the page of a rule does. */
    private static final class Blocks implements NodeRenderer {
        private final HtmlWriter html;
        private int count;

        Blocks(HtmlNodeRendererContext context) {
            html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            boolean rule =
                    node instanceof FencedCodeBlock fenced && fenced.getInfo().equals("drl");
            String text = node instanceof FencedCodeBlock fenced
                    ? fenced.getLiteral()
                    : ((IndentedCodeBlock) node).getLiteral();
            html.tag(
                    "pre",
                    Map.of(
                            "class",
                            "code",
                            "tabindex",
                            "0",
                            "role",
                            "region",
                            "aria-label",
                            (rule ? "Rule " : "Example ") + ++count));
            for (List<RuleText.Piece> line : rule ? RuleText.lines(text) : RuleText.plain(text)) {
                html.tag("span", Map.of("class", "l"));
                line.forEach(this::piece);
                html.tag("/span");
            }
            html.tag("/pre");
        }

        private void piece(RuleText.Piece piece) {
            if (piece.style().isEmpty()) {
                html.text(piece.text());
            } else {
                html.tag("span", Map.of("class", piece.style()));
                html.text(piece.text());
                html.tag("/span");
            }
        }
    }
}
