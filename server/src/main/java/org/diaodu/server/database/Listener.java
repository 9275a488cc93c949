package org.diaodu.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what is told on a channel of the database (NOTIFY), on a connection of its own. While that is broken nothing is
 * heard; it is tried again every second, and {@code connected} is run each time it stands. Thread-safe.
 */
public final class Listener implements AutoCloseable {
    private static final int WAIT_MILLIS = 1_000;
    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final Database database;
    private final String channel;
    private final Runnable connected;
    private final Consumer<String> heard;
    private volatile boolean ended;
    private volatile @Nullable Thread thread;

    /**
     * @param channel name of the channel, an SQL identifier
     * @param heard is given what was told
     */
    public Listener(Database database, String channel, Runnable connected, Consumer<String> heard) {
        this.database = database;
        this.channel = channel;
        this.connected = connected;
        this.heard = heard;
    }

    public void start() {
        thread = Thread.ofVirtual().name("hears " + channel).start(this::untilEnded);
    }

    @Override
    public void close() {
        ended = true;
        Thread running = thread;
        if (running != null) running.interrupt();
    }

    private void untilEnded() {
        while (!ended) {
            try (Connection connection = connect()) {
                connected.run();
                while (!ended) {
                    for (var told : connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS)) {
                        heard.accept(told.getParameter());
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!ended) log.warn("listening on {} is interrupted and tried again: {}", channel, e.getMessage());
            }
            if (!ended) pause();
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setApplicationName("diaodu " + channel);
        Connection connection = source.getConnection();
        try (var statement = connection.prepareStatement("listen " + channel)) {
            statement.execute();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
