package milepost;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** How the program writes its log, on stderr. */
enum LogFormat {
    /** A line for people, which is how the program begins. */
    text,
    /** One JSON object a line, for programs that collect logs. */
    json;

    private static final String OBJECTS = "/logback-json.xml";

    /** From now on the log is written like this. */
    void use() {
        if (this == text) {
            return;
        }
        URL found = Objects.requireNonNull(LogFormat.class.getResource(OBJECTS));
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        context.reset();
        try {
            configurator.doConfigure(found);
        } catch (JoranException e) {
            throw new IllegalStateException("the program was packed with a wrong " + OBJECTS, e);
        }
    }
}
