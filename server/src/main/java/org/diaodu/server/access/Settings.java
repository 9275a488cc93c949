package org.diaodu.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The platform's settings, kept by the system administrator. */
@Component
@Transactional
public class Settings {

    /** What the sample declares about itself, and nobody edits. */
    private static final List<String> FIXED = List.of("sample", "business-date");

    private final JdbcClient jdbc;
    private final Audit audit;

    Settings(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** One setting with its purpose, and the version a change must name. */
    public record Setting(String name, String value, String purpose, int version) {
        public boolean isFixed() {
            return FIXED.contains(name);
        }
    }

    @Transactional(readOnly = true)
    public List<Setting> all() {
        return jdbc.sql("select name, value, purpose, version from setting order by name")
                .query(Setting.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Setting> find(String name) {
        return all().stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** Changes a setting unless somebody did since this version; returns whether it is stored. */
    @PreAuthorize("hasRole('SYSTEM_ADMIN')")
    public boolean change(String name, String value, int version) {
        Optional<Setting> before = find(name).filter(setting -> !setting.isFixed());
        int changed = before.isEmpty()
                ? 0
                : jdbc.sql("""
                        update setting set value = :value, version = version + 1
                        where name = :name and version = :version
                        """)
                        .param("value", value.strip())
                        .param("name", name)
                        .param("version", version)
                        .update();
        if (changed == 0) return false;
        String was = before.get().value();
        audit.record("setting.change", "setting", name, Map.of("value", was), Map.of("value", value.strip()), null);
        return true;
    }
}
