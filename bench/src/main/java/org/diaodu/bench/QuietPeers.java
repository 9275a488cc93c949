package org.diaodu.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** KIE remarks on every case that no row takes; writing that down would be measured as its own slowness. */
final class QuietPeers {

    private QuietPeers() {}

    static void now() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger("org.kie").setLevel(Level.OFF);
            context.getLogger("com.gs").setLevel(Level.OFF);
            context.getLogger("org.apache.pdfbox").setLevel(Level.ERROR);
        }
    }
}
