package org.diaodu.server.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.database.LastLook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The day on which the platform lives: the setting {@code diaodu.business-date}, else the day stored with the
 * sample data, else today in China. Thread-safe.
 */
@Component
public class BusinessClock {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final @Nullable LocalDate configured;
    private final LastLook<String, String> settings = new LastLook<>("setting");

    BusinessClock(JdbcClient jdbc, Audit audit, @Value("${diaodu.business-date:}") String configured) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.configured = configured.isBlank() ? null : LocalDate.parse(configured.strip());
    }

    public LocalDate today() {
        return fixed().orElseGet(() -> LocalDate.now(Clock.system(CHINA)));
    }

    /** The business day with the time of day in China. */
    public LocalDateTime now() {
        return today().atTime(LocalTime.now(Clock.system(CHINA)).truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether the day stands still, as it does for sample data. */
    public boolean isFixed() {
        return fixed().isPresent();
    }

    /** Makes the platform live on this day from now on, or on the real one for null. */
    @Transactional
    public void fix(@Nullable LocalDate day) {
        String before = fixed().map(LocalDate::toString).orElse("");
        String after = day == null ? "" : day.toString();
        store("business-date", after);
        audit.record("calendar.fix", "setting", "business-date", before, after, null);
    }

    /** Whether the data is made up, as every page must say. */
    public boolean isSample() {
        return !stored("sample").isEmpty();
    }

    /** Says that the data is made up and stands on this day. */
    @Transactional
    public void declareSample(LocalDate day) {
        store("sample", "true");
        fix(day);
    }

    private Optional<LocalDate> fixed() {
        if (configured != null) return Optional.of(configured);
        String day = stored("business-date");
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    private String stored(String name) {
        return settings.get(
                name,
                () -> jdbc.sql("select value from setting where name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single());
    }

    private void store(String name, String value) {
        jdbc.sql("update setting set value = :value, version = version + 1 where name = :name")
                .param("value", value)
                .param("name", name)
                .update();
    }
}
