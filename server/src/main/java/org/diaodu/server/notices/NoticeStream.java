package org.diaodu.server.notices;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.database.Database;
import org.diaodu.server.database.Listener;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Says to open pages how many notices are unread, as soon as it changes, on whichever platform of the same database it
 * did. While its listener is broken the pages keep what they show, and hear again once it stands.
 * Thread-safe.
 */
@Component
public class NoticeStream {

    /** A page that is not looked at any more is let go after this; one that is asks again. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Listener listener;
    private final Notices notices;
    private final Map<Long, Set<SseEmitter>> pages = new ConcurrentHashMap<>();
    private volatile boolean ended;

    NoticeStream(Database database, Notices notices) {
        this.listener = new Listener(database, "notice", this::anyChanged, told -> changed(Long.parseLong(told)));
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
        listener.start();
    }

    /** Before the web server waits for its requests to end, so that no open page holds it up. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        ended = true;
        listener.close();
        pages.values().forEach(own -> own.forEach(SseEmitter::complete));
    }

    /** Whatever was missed while nobody listened. */
    private void anyChanged() {
        pages.keySet().forEach(this::changed);
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
