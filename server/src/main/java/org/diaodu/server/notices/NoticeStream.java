package org.diaodu.server.notices;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.database.Database;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Says to open pages how many notices are unread, as soon as it changes, on whichever platform of the same database it
 * did. A connection of its own listens; while it is broken the pages keep what they show, and hear again once it stands.
 * Thread-safe.
 */
@Component
public class NoticeStream {

    /** A page that is not looked at any more is let go after this; one that is asks again. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final int WAIT_MILLIS = 1_000;
    private static final Logger log = LoggerFactory.getLogger(NoticeStream.class);

    private final Database database;
    private final Notices notices;
    private final Map<Long, Set<SseEmitter>> pages = new ConcurrentHashMap<>();
    private volatile boolean ended;
    private volatile @Nullable Thread listening;

    NoticeStream(Database database, Notices notices) {
        this.database = database;
        this.notices = notices;
    }

    /** A stream for one open page of an account; its first event is the count as it stands. */
    public SseEmitter open(long account) {
        SseEmitter page = new SseEmitter(LONGEST.toMillis());
        pages.compute(account, (key, own) -> {
            Set<SseEmitter> all = own == null ? ConcurrentHashMap.newKeySet() : own;
            all.add(page);
            return all;
        });
        page.onCompletion(() -> forget(account, page));
        page.onTimeout(page::complete);
        if (ended) {
            page.complete();
        } else {
            send(page, unread(account));
        }
        return page;
    }

    private void forget(long account, SseEmitter page) {
        pages.computeIfPresent(account, (key, own) -> {
            own.remove(page);
            return own.isEmpty() ? null : own;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void listen() {
        listening = Thread.ofVirtual().name("notices").start(this::untilEnded);
    }

    /** Before the web server waits for its requests to end, so that no open page holds it up. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        ended = true;
        Thread thread = listening;
        if (thread != null) {
            thread.interrupt();
        }
        pages.values().forEach(own -> own.forEach(SseEmitter::complete));
    }

    private void untilEnded() {
        while (!ended) {
            try (Connection connection = connected()) {
                pages.keySet().forEach(this::changed); // whatever was missed while nobody listened
                while (!ended) {
                    for (var heard : connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS)) {
                        changed(Long.parseLong(heard.getParameter()));
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!ended) {
                    log.warn("listening for notices is interrupted and tried again: {}", e.getMessage());
                }
            }
            pause();
        }
    }

    private Connection connected() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setApplicationName("diaodu notices");
        Connection connection = source.getConnection();
        try (var statement = connection.prepareStatement("listen notice")) {
            statement.execute();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private void pause() {
        try {
            Thread.sleep(ended ? 0 : WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed(long account) {
        Set<SseEmitter> own = pages.getOrDefault(account, Set.of());
        if (!own.isEmpty()) {
            long unread = unread(account);
            own.forEach(page -> send(page, unread));
        }
    }

    private long unread(long account) {
        return AsSystem.call("notices", () -> notices.unread(account));
    }

    private static void send(SseEmitter page, long unread) {
        try {
            page.send(SseEmitter.event().name("unread").data(Long.toString(unread)));
        } catch (IOException | IllegalStateException e) {
            page.completeWithError(e); // the page is gone
        }
    }
}
