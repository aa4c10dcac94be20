package milepost.rules.cases;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML into nodes: text, lists and mappings only. Tags, anchors and aliases are refused, so nothing can be built or grow. */
final class YamlTree {
    static final int LONGEST = 256 * 1024;
    private static final int DEEPEST = 10;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LONGEST).build();
    private static final Node.Place START = new Node.Place(1, 1, 2);

    private final Iterator<Event> events;
    private final Mistakes mistakes;

    private YamlTree(Iterator<Event> events, Mistakes mistakes) {
        this.events = events;
        this.mistakes = mistakes;
    }

    /** The file's one document; empty after a mistake, which has been added. */
    static Optional<Node> find(String text, Mistakes mistakes) {
        if (text.length() > LONGEST) {
            mistakes.add(START, "too-long", "A case file has at most 256 kB; divide it.");
            return Optional.empty();
        }
        try {
            YamlTree tree = new YamlTree(new Parse(SETTINGS).parseString(text).iterator(), mistakes);
            return Optional.ofNullable(tree.document());
        } catch (Refused e) {
            mistakes.add(e.at, "not-allowed", String.valueOf(e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            Node.Place at = e.getProblemMark().map(m -> place(m, 1)).orElse(START);
            mistakes.add(at, "not-yaml", "This is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            boolean version = why.startsWith("Version{");
            mistakes.add(
                    START,
                    "not-yaml",
                    version
                            ? "A case file needs no %YAML line; delete it, or write %YAML 1.2."
                            : "This is not YAML: " + why + ".");
        }
        return Optional.empty();
    }

    private @Nullable Node document() {
        Node node = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && node != null) {
                throw new Refused(place(event), "A case file holds one document; leave the second out.");
            }
            if (event instanceof NodeEvent) {
                node = node(event, 1);
            }
        }
        return node;
    }

    private Node node(Event event, int depth) {
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent();
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (tagged || anchored) {
            throw new Refused(
                    place(event), "Tags (!), anchors (&) and aliases (*) have no place here; write the value out.");
        }
        if (depth > DEEPEST) {
            throw new Refused(place(event), "This is nested too deeply for a case.");
        }
        if (event instanceof ScalarEvent scalar) {
            return new Node.Text(scalar.getValue(), !scalar.isPlain(), place(event));
        }
        return event instanceof SequenceStartEvent ? items(event, depth) : fields((MappingStartEvent) event, depth);
    }

    private Node items(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Items(items, place(start));
    }

    private Node fields(Event start, int depth) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof Node.Text name)) {
                throw new Refused(place(event), "The name of a field is a word.");
            }
            Node value = node(events.next(), depth + 1);
            if (fields.putIfAbsent(name.value(), new Node.Field(value, name.at())) != null) {
                mistakes.add(name.at(), "field-twice", "\"" + name.value() + "\" stands here a second time; keep one.");
            }
        }
        return new Node.Fields(fields, place(start));
    }

    private static Node.Place place(Event event) {
        int length = 1;
        if (event instanceof ScalarEvent && event.getStartMark().isPresent()) {
            Mark from = event.getStartMark().get();
            Mark to = event.getEndMark().orElse(from);
            length = to.getLine() == from.getLine() ? Math.max(1, to.getColumn() - from.getColumn()) : 1;
        }
        int wide = length;
        return event.getStartMark().map(mark -> place(mark, wide)).orElse(START);
    }

    private static Node.Place place(Mark mark, int length) {
        return new Node.Place(mark.getLine() + 1, mark.getColumn() + 1, mark.getColumn() + 1 + length);
    }

    /** Valid YAML that a case file may not use. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Node.Place at;

        Refused(Node.Place at, String message) {
            super(message);
            this.at = at;
        }
    }
}
