package org.diaodu.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.diaodu.standards.Regions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On an empty platform makes the province's unit and its first administrators (two for security, since giving an
 * administrator's role takes two), and leaves their first passwords in a file only its owner may read.
 */
@Component
class FirstAdministrators {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrators.class);

    private final Users users;
    private final Units units;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String province;
    private final boolean wanted;
    private final Path file;

    FirstAdministrators(
            Users users,
            Units units,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${diaodu.province:230000}") String province,
            @Value("${diaodu.first-administrators:true}") boolean wanted,
            @Value("${diaodu.sample:false}") boolean sample,
            @Value("${diaodu.data:data}") Path data) {
        this.users = users;
        this.units = units;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.province = province;
        this.wanted = wanted && !sample;
        this.file = data.resolve("first-administrators.txt");
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenThePlatformIsEmpty() {
        if (!wanted) return;
        Map<String, String> made = AsSystem.call("first start", () -> transaction.execute(t -> make()));
        if (!made.isEmpty()) log.info("The first administrators' names and passwords are in {}", file.toAbsolutePath());
    }

    /** The file is written before the commit: passwords nobody can read would lock everybody out. */
    private Map<String, String> make() {
        boolean empty = jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
        if (!empty) return Map.of();
        units.create(province, Regions.bundled().get(province).name(), Unit.Level.PROVINCE, null);
        var passwords = new LinkedHashMap<String, String>();
        make("system", "系统管理员", Role.SYSTEM_ADMIN, passwords);
        make("security1", "安全管理员一", Role.SECURITY_ADMIN, passwords);
        make("security2", "安全管理员二", Role.SECURITY_ADMIN, passwords);
        make("audit", "审计管理员", Role.AUDIT_ADMIN, passwords);
        write(passwords);
        return passwords;
    }

    private void make(String name, String displayName, Role role, Map<String, String> passwords) {
        String password = Passwords.random();
        users.create(new Users.NewUser(name, displayName, password, Set.of(role), province, null, true));
        passwords.put(name, password);
    }

    private void write(Map<String, String> passwords) {
        var text = new StringBuilder("# 首次登录须改密码；改后请删除本文件。 Change at first sign-in, then delete this file.\n");
        passwords.forEach((name, password) ->
                text.append(name).append(' ').append(password).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "AC15 " + file + " 无法写入 / cannot be written. Maybe choose another --data", e);
        }
    }
}
