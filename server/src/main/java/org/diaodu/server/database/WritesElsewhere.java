package org.diaodu.server.database;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears which tables other platforms of the same database, and whoever works beside them, have written to. */
@Component
class WritesElsewhere {

    /** The name under which this platform writes, so that it passes over what it knows already. */
    static final String THIS_PLATFORM = "diaodu-" + UUID.randomUUID().toString().substring(0, 8);

    private final Listener listener;

    WritesElsewhere(Database database) {
        listener = new Listener(database, "written", Writes::unknown, WritesElsewhere::heard);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        listener.start();
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        listener.close();
    }

    /** The name of who wrote, which may hold spaces, and of the table, which does not. */
    private static void heard(String told) {
        int space = told.lastIndexOf(' ');
        if (!told.substring(0, space).equals(THIS_PLATFORM)) {
            Writes.committed(List.of(told.substring(space + 1)));
        }
    }
}
