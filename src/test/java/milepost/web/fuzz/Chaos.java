package milepost.web.fuzz;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that somebody may send, and what becomes of a good one by mistake or on purpose. */
final class Chaos {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "REE",
            "REE-1",
            "REE-2",
            "1/012/2014",
            "31/12/2031",
            "2026-02-30",
            "2026-Q5",
            "0000-00-00",
            "99999-01-01",
            "£1,200.5m",
            "1.200,50",
            "1e999999999",
            "-1",
            "9223372036854775808",
            "NaN",
            "true",
            "null",
            "..",
            "../../etc/passwd",
            "..%2f..",
            "%",
            "%00",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00x",
            "\u202eabc",
            "\ufeff",
            "=cmd|'/c calc'!A0",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "https://example.org/a b",
            "ÄÖÜ 中文 🚀",
            "a".repeat(300),
            "x".repeat(12_000),
            "DONE",
            "PLANNED",
            "MILESTONE",
            "json",
            "2025-12-01",
            "2025-12-04T12:00:00Z",
            "2300-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z");
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e-400",
            "99999999999999999999",
            "123456789.123456789123",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"a\":1}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"1/012/2014\"",
            "{\"date\":\"2026-02-30\",\"precision\":\"WEEK\"}",
            "{\"title\":null}");

    private final Random random;

    Chaos(long seed) {
        random = new Random(seed);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String text() {
        return of(TEXTS);
    }

    byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A JSON text with something else in it, or no JSON at all. */
    String mutated(String json) {
        return switch (random.nextInt(14)) {
            case 0 -> json.substring(0, random.nextInt(json.length() + 1));
            case 1 -> json + json;
            case 2 -> "{\"title\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
            case 3 -> of(RAW);
            case 4 -> json.replaceFirst("\"", "\"\\\\ud800");
            case 5 -> json.replaceFirst("[{]", "{\"colour\":\"red\",\"colour\":1,");
            case 6 -> json.replaceFirst("[{]", "{\"a/b~c\":1,");
            case 7 -> json;
            default -> replaced(json);
        };
    }

    /** The same object with another value, a missing field or one too many. */
    private String replaced(String json) {
        if (!json.startsWith("{")) {
            return text();
        }
        JsonNode tree = JSON.readTree(json);
        JsonNode at = tree;
        while (at instanceof ObjectNode object && !object.isEmpty()) {
            String name = of(List.copyOf(object.propertyNames()));
            JsonNode inner = object.get(name);
            if (inner.isContainer() && !inner.isEmpty() && !oneIn(4)) {
                at = inner instanceof ArrayNode list ? list.get(random.nextInt(list.size())) : inner;
                continue;
            }
            if (oneIn(5)) {
                object.remove(name);
            } else if (oneIn(2)) {
                object.put(name, text());
            } else {
                object.set(name, raw());
            }
            break;
        }
        return tree.toString();
    }

    private JsonNode raw() {
        try {
            return JSON.readTree(of(RAW));
        } catch (RuntimeException e) {
            return JSON.getNodeFactory().numberNode(1);
        }
    }
}
