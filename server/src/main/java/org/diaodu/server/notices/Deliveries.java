package org.diaodu.server.notices;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.AsSystem;
import org.diaodu.standards.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes notices to people's channels. Collecting writes down what is to be sent; sending holds the delivery's row while it tries. Several platforms on one database share the work, and a
 * platform that is killed in the middle leaves its delivery to the next one.
 */
@Component
class Deliveries {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkingDays WORKING_DAYS = WorkingDays.bundled().assumingWeekends();
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    /** Pauses after the first, second, … failure; after the last of them a delivery is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final JdbcClient jdbc;
    private final NoticeProperties properties;
    private final TransactionTemplate transaction;
    private final Map<Channel.Kind, Post> posts = new EnumMap<>(Channel.Kind.class);

    Deliveries(
            JdbcClient jdbc, NoticeProperties properties, List<Post> posts, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        posts.forEach(post -> this.posts.put(post.kind(), post));
    }

    @Scheduled(initialDelayString = "${diaodu.notices.every:30s}", fixedDelayString = "${diaodu.notices.every:30s}")
    void sweep() {
        sweep(Instant.now());
    }

    /** Collects and sends all that is due. */
    void sweep(Instant now) {
        AsSystem.run("notices", () -> {
            for (Channel channel : channels()) {
                if (isReady(channel.kind()) && isDue(channel, now)) {
                    transaction.executeWithoutResult(status -> collect(channel, now));
                }
            }
            while (Boolean.TRUE.equals(transaction.execute(status -> sendOne(now)))) {
                // the next one
            }
        });
    }

    private boolean isReady(Channel.Kind kind) {
        Post post = posts.get(kind);
        return post != null && post.isReady();
    }

    /** A robot is written to at once, a mail on working days from the digest's time on, once a day. */
    private boolean isDue(Channel channel, Instant now) {
        if (channel.kind() == Channel.Kind.WEBHOOK) {
            return true;
        }
        LocalDate today = now.atZone(CHINA).toLocalDate();
        Instant digest = today.atTime(properties.digestAt()).atZone(CHINA).toInstant();
        return WORKING_DAYS.isWorkingDay(today)
                && !now.isBefore(digest)
                && channel.collectedAt().isBefore(digest);
    }

    private List<Channel> channels() {
        return transaction.execute(status -> jdbc.sql("select * from notice_channel order by id")
                .query(Channels::channel)
                .list());
    }

    /** What is unread and in no delivery yet: a mark by time or number would lose what is told now and commits later. */
    private void collect(Channel channel, Instant now) {
        Optional<Channel> mine = jdbc.sql(
                        "select * from notice_channel where id = :id and collected_at = :at for update skip locked")
                .param("id", channel.id())
                .param("at", java.sql.Timestamp.from(channel.collectedAt()))
                .query(Channels::channel)
                .optional();
        if (mine.isEmpty()) {
            return; // another platform collects it
        }
        List<Long> told =
                jdbc.sql("""
                select n.id from notice n join notice_channel c on c.id = :channel and c.account = n.account
                where n.read_at is null and n.told_at > c.opened_at
                  and not exists (select from notice_delivery d where d.channel = c.id and n.id = any(d.notices))
                order by n.id
                """).param("channel", channel.id()).query(Long.class).list();
        if (!told.isEmpty()) {
            jdbc.sql("insert into notice_delivery (channel, notices, next_at) values (:channel, :notices, :now)")
                    .param("channel", channel.id())
                    .param("notices", told.toArray(Long[]::new))
                    .param("now", java.sql.Timestamp.from(now))
                    .update();
        }
        if (!told.isEmpty() || channel.kind() == Channel.Kind.MAIL) {
            jdbc.sql("update notice_channel set collected_at = :now where id = :id")
                    .param("now", java.sql.Timestamp.from(now))
                    .param("id", channel.id())
                    .update();
        }
    }

    private record Waiting(long id, int attempts, Channel channel, List<Notice> notices) {}

    /** Tries one delivery that is due; false when there is none. */
    private boolean sendOne(Instant now) {
        Optional<Waiting> waiting = next(now);
        waiting.ifPresent(delivery -> {
            try {
                Post post = java.util.Objects.requireNonNull(
                        posts.get(delivery.channel().kind()));
                post.carry(
                        delivery.id(),
                        delivery.channel().address(),
                        Letter.of(delivery.notices(), properties.address()));
                settle(delivery, "SENT", now, null);
            } catch (IOException e) {
                String fault = String.valueOf(e.getMessage());
                boolean again = delivery.attempts() < PAUSES.size();
                log.warn("notices of delivery {} did not arrive: {}", delivery.id(), fault);
                settle(
                        delivery,
                        again ? "WAITING" : "GIVEN_UP",
                        again ? now.plus(PAUSES.get(delivery.attempts())) : now,
                        fault);
            }
        });
        return waiting.isPresent();
    }

    private Optional<Waiting> next(Instant now) {
        String ready = posts.values().stream()
                .filter(Post::isReady)
                .map(post -> post.kind().name())
                .collect(java.util.stream.Collectors.joining(","));
        return jdbc.sql("""
                select d.id, d.attempts, d.notices, c.* from notice_delivery d join notice_channel c on c.id = d.channel
                where d.state = 'WAITING' and d.next_at <= :now and c.kind = any(string_to_array(:ready, ','))
                order by d.next_at, d.id limit 1 for update of d skip locked
                """)
                .param("now", java.sql.Timestamp.from(now))
                .param("ready", ready)
                .query((row, number) -> new Waiting(
                        row.getLong(1),
                        row.getInt(2),
                        new Channel(
                                row.getLong(4),
                                row.getLong("account"),
                                Channel.Kind.valueOf(row.getString("kind")),
                                row.getString("address"),
                                row.getTimestamp("collected_at").toInstant()),
                        notices((Long[]) row.getArray(3).getArray())))
                .optional();
    }

    private List<Notice> notices(Long[] ids) {
        return jdbc.sql("select * from notice where id = any(:ids) order by id")
                .param("ids", ids)
                .query(Notices::notice)
                .list();
    }

    private void settle(Waiting delivery, String state, Instant next, @org.jspecify.annotations.Nullable String fault) {
        jdbc.sql("""
                update notice_delivery set state = :state, attempts = attempts + 1, next_at = :next, fault = :fault,
                       sent_at = case when :state = 'SENT' then now() end
                where id = :id
                """)
                .param("state", state)
                .param("next", java.sql.Timestamp.from(next))
                .param("fault", fault, java.sql.Types.VARCHAR)
                .param("id", delivery.id())
                .update();
    }
}
