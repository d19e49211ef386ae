package vn.minhchung.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Printing every statement would be what is measured. */
final class Logs {
    private Logs() {}

    /** Warnings only; to be said again after an application has run, which leaves logging as it was before. */
    static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root)
            root.setLevel(Level.WARN);
    }

    /** Where it stands, for whoever waits; the table itself goes to the output. */
    static void progress(String line) {
        System.err.println(line);
    }
}
