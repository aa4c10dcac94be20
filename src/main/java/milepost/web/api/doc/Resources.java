package milepost.web.api.doc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import milepost.web.api.http.Json;
import tools.jackson.databind.JsonNode;

/** The tables that the document is made of. */
final class Resources {
    private Resources() {}

    /** A table of this name, such as shapes. */
    static JsonNode table(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/milepost/web/api/doc/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its table " + name);
            }
            return Json.table(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
