package org.diaodu.server.notices;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The caller's own channels. */
@Component
@Transactional
public class Channels {

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,}");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Set<String> robots;

    Channels(JdbcClient jdbc, Audit audit, NoticeProperties properties) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.robots = Set.copyOf(properties.webhookHosts());
    }

    @Transactional(readOnly = true)
    public List<Channel> own() {
        return jdbc.sql("select * from notice_channel where account = :account order by kind")
                .param("account", Callers.current().userId())
                .query(Channels::channel)
                .list();
    }

    /**
     * Sets both addresses; an empty one ends its channel.
     *
     * @return what is wrong, by field, as message keys; nothing is changed then
     */
    public Map<String, String> set(String mail, String webhook) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
            faults.put("mail", "notices.fault.mail");
        }
        if (!webhook.isEmpty() && !isRobot(webhook)) {
            faults.put("webhook", "notices.fault.webhook");
        }
        if (faults.isEmpty()) {
            set(Channel.Kind.MAIL, mail);
            set(Channel.Kind.WEBHOOK, webhook);
        }
        return faults;
    }

    /** The platform writes only to the robots of known chats, never to an address inside its own network. */
    private boolean isRobot(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme())
                    && uri.getUserInfo() == null
                    && uri.getPort() == -1
                    && uri.getHost() != null
                    && robots.contains(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void set(Channel.Kind kind, String address) {
        long account = Callers.current().userId();
        int changed = address.isEmpty()
                ? jdbc.sql("delete from notice_channel where account = :account and kind = :kind")
                        .param("account", account)
                        .param("kind", kind.name())
                        .update()
                : jdbc.sql("""
                        insert into notice_channel (account, kind, address) values (:account, :kind, :address)
                        on conflict (account, kind) do update
                        set address = excluded.address, version = notice_channel.version + 1
                        where notice_channel.address <> excluded.address
                        """)
                        .param("account", account)
                        .param("kind", kind.name())
                        .param("address", address)
                        .update();
        if (changed > 0) { // the address is a secret of its owner: a robot's carries a token
            audit.record(
                    "notices.channel",
                    "account",
                    "" + account,
                    null,
                    Map.of("kind", kind.name(), "set", !address.isEmpty()),
                    null);
        }
    }

    static Channel channel(ResultSet row, int number) throws SQLException {
        return new Channel(
                row.getLong("id"),
                row.getLong("account"),
                Channel.Kind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getTimestamp("collected_at").toInstant());
    }
}
