package milepost.roadmap.fact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.ZoneId;
import milepost.facts.Recorded;
import milepost.facts.TargetDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Facts as JSON, in the form in which they are stored: dates as text in their own precision. */
public final class FactJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(new SimpleModule()
                    .addSerializer(TargetDate.class, new DateWriter())
                    .addDeserializer(TargetDate.class, new DateReader())
                    .addSerializer(ZoneId.class, new ZoneWriter()))
            .build();

    private static final JsonMapper BODIES = bodies();

    private FactJson() {}

    /** What stands in columns is left out. */
    @JsonIgnoreProperties("recorded")
    private interface Body {}

    private static JsonMapper bodies() {
        JsonMapper.Builder bodies = MAPPER.rebuild();
        for (FactKind kind : FactKind.values()) {
            bodies.addMixIn(kind.type(), Body.class);
        }
        return bodies.build();
    }

    /** A mapper for facts and their lists. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The fact without its version: that stands in columns. */
    public static String body(Object fact) {
        return BODIES.writeValueAsString(fact);
    }

    public static <T> T read(String body, Recorded recorded, Class<T> type) {
        ObjectNode node = (ObjectNode) MAPPER.readTree(body);
        node.set("recorded", MAPPER.<ObjectNode>valueToTree(recorded));
        return MAPPER.treeToValue(node, type);
    }

    private static final class DateWriter extends ValueSerializer<TargetDate> {
        @Override
        public void serialize(TargetDate date, JsonGenerator out, SerializationContext context) {
            out.writeString(date.toString());
        }
    }

    private static final class ZoneWriter extends ValueSerializer<ZoneId> {
        @Override
        public void serialize(ZoneId zone, JsonGenerator out, SerializationContext context) {
            out.writeString(zone.getId());
        }
    }

    private static final class DateReader extends ValueDeserializer<TargetDate> {
        @Override
        public TargetDate deserialize(JsonParser in, DeserializationContext context) {
            return TargetDate.parse(in.getString());
        }
    }
}
