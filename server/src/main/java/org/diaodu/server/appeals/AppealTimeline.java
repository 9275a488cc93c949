package org.diaodu.server.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.attachments.Hanging;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.steps.Signatures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of appeals, to which rows are only added, each with its audit row in the transaction of the step itself. */
@Component
class AppealTimeline {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Audit audit;
    private final Attachments attachments;

    AppealTimeline(JdbcClient jdbc, Signatures signatures, Audit audit, Attachments attachments) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.audit = audit;
        this.attachments = attachments;
    }

    /** What a row says beside who wrote it. */
    record Said(
            String kind,
            int round,
            String words,
            Unit.@Nullable Level level,
            @Nullable String unit,
            @Nullable String formKey) {}

    /** Adds a row and gives it as the timeline will. */
    AppealEntry add(Appeal one, Said said, String stateAfter, Signed by) {
        long id = jdbc.sql("""
                insert into appeal_event (appeal_id, enterprise_id, region, round, at, kind, actor, actor_name, actor_unit, words,
                        level, unit, form_key)
                values (:appeal, :enterprise, :region, :round, :at, :kind, :actor, :name, :actorUnit, :words, :level, :unit, :key)
                returning id
                """)
                .param("appeal", one.id())
                .param("enterprise", one.raiser().enterpriseId())
                .param("region", one.region())
                .param("round", said.round())
                .param("at", AppealRows.stamp(by.at()))
                .param("kind", said.kind())
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("actorUnit", by.unit())
                .param("words", said.words())
                .param("level", said.level() == null ? null : said.level().name(), Types.VARCHAR)
                .param("unit", said.unit(), Types.VARCHAR)
                .param("key", said.formKey(), Types.VARCHAR)
                .query(Long.class)
                .single();
        Map<String, Object> after = new LinkedHashMap<>();
        if (!stateAfter.isEmpty()) after.put("state", stateAfter);
        after.put("event", id);
        if (said.unit() != null) after.put("unit", said.unit());
        Object before = said.kind().equals(Step.RAISED.name()) ? null : Map.of("state", one.state());
        audit.record(
                action(said.kind()),
                "appeal",
                one.number(),
                before,
                after,
                said.words().isEmpty() ? null : said.words());
        return new AppealEntry(
                id,
                said.round(),
                by.at(),
                said.kind(),
                by.name(),
                by.displayName(),
                by.unit(),
                said.words(),
                said.level(),
                said.unit());
    }

    /** Hangs files on the row they came with. */
    void hang(AppealEntry entry, Brought files) {
        attachments.hang(AppealFiles.KIND, entry.id(), files);
    }

    /** What hangs on the rows that the caller reads, by row; rows without files are left out. */
    Map<Long, Hanging> files(Appeal one, List<AppealEntry> entries) {
        Map<Long, Hanging> files = attachments.on(AppealFiles.KIND, AppealFiles.things(one, entries));
        files.values().removeIf(hanging -> !hanging.isShown());
        return files;
    }

    /** Whether this form has been taken before. */
    boolean has(Appeal one, String formKey) {
        return jdbc.sql("select exists (select from appeal_event where appeal_id = :id and form_key = :key)")
                .param("id", one.id())
                .param("key", formKey)
                .query(Boolean.class)
                .single();
    }

    /** What happened, oldest first. */
    List<AppealEntry> of(Appeal one) {
        return of(List.of(one.id())).getOrDefault(one.id(), List.of());
    }

    Map<Long, List<AppealEntry>> of(Collection<Long> appeals) {
        Map<Long, List<AppealEntry>> entries = new LinkedHashMap<>();
        jdbc.sql("select * from appeal_event where appeal_id = any(:ids) order by appeal_id, id")
                .param("ids", appeals.toArray(Long[]::new))
                .query(row -> {
                    entries.computeIfAbsent(row.getLong("appeal_id"), _ -> new ArrayList<>())
                            .add(entry(row));
                });
        return entries;
    }

    /** The caller, at this moment; a clerk speaks for the enterprise. */
    Signed signature(@Nullable Appeal one, LocalDateTime at) {
        Caller caller = Callers.current();
        return new Signed(caller.name(), caller.displayName(), unitOf(caller, one), at);
    }

    private String unitOf(Caller caller, @Nullable Appeal one) {
        if (one != null && AppealRights.isClerkOf(caller, one))
            return one.raiser().name();
        return signatures.unitOf(caller);
    }

    static String action(String kind) {
        return "appeal." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static AppealEntry entry(ResultSet row) throws SQLException {
        String level = row.getString("level");
        return new AppealEntry(
                row.getLong("id"),
                row.getInt("round"),
                Objects.requireNonNull(AppealRows.moment(row.getTimestamp("at"))),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("actor_unit"),
                row.getString("words"),
                level == null ? null : Unit.Level.valueOf(level),
                row.getString("unit"));
    }
}
