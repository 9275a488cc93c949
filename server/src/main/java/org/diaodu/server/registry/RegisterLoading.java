package org.diaodu.server.registry;

import static org.diaodu.server.registry.EnterpriseRows.day;

import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.audit.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads many enterprises with their history in one transaction: all of them or none. */
@Component
public class RegisterLoading {
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final Audit audit;

    RegisterLoading(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Enters enterprises that the register does not have yet.
     *
     * @return how many were entered
     * @throws RegisterRefused with every fault, when one of them cannot stand
     */
    @Transactional
    public int load(Collection<RegisterEntry> entries) {
        List<Fault> faults =
                entries.stream().flatMap(entry -> faults(entry).stream()).toList();
        if (!faults.isEmpty()) {
            throw new RegisterRefused(faults);
        }
        List<RegisterEntry> all = List.copyOf(entries);
        for (int start = 0; start < all.size(); start += BATCH) {
            write(all.subList(start, Math.min(all.size(), start + BATCH)));
        }
        audit.recordAll(all.stream()
                .map(entry -> new Change(
                        "enterprise.load",
                        "enterprise",
                        entry.creditCode(),
                        null,
                        Map.of(
                                "name",
                                entry.history().getLast().name(),
                                "spans",
                                entry.history().size()),
                        null))
                .toList());
        return all.size();
    }

    private static List<Fault> faults(RegisterEntry entry) {
        List<Fault> faults = new ArrayList<>();
        CreditCodeRule.fault(entry.creditCode(), entry.override()).ifPresent(faults::add);
        if (entry.history().isEmpty()) {
            faults.add(new Fault("RG18", "history", entry.creditCode(), "没有任何属性。", "It has no attributes at all."));
        }
        YearMonth free = YearMonth.of(1900, 1);
        for (Attributes span : entry.history()) {
            faults.addAll(AttributesCheck.of(span));
            if (span.from().isBefore(free)) {
                faults.add(new Fault(
                        "RG19",
                        "from",
                        span.from().toString(),
                        "属性的有效期重叠或次序颠倒。",
                        "Spans overlap or are out of order."));
            }
            free = span.until() == null ? YearMonth.of(9999, 12) : span.until();
        }
        return faults;
    }

    private void write(List<RegisterEntry> batch) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("""
                insert into enterprise (credit_code, credit_code_override, region)
                select * from unnest(:codes::text[], :overrides::text[], :regions::text[]) returning id, credit_code
                """)
                .param(
                        "codes",
                        batch.stream()
                                .map(e -> CreditCodeRule.plain(e.creditCode()))
                                .toArray(String[]::new))
                .param("overrides", batch.stream().map(RegisterEntry::override).toArray(String[]::new))
                .param(
                        "regions",
                        batch.stream().map(e -> e.history().getLast().region()).toArray(String[]::new))
                .query((row, number) -> ids.put(row.getString(2), row.getLong(1)))
                .list();
        List<Span> spans = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (RegisterEntry entry : batch) {
            long id = ids.getOrDefault(CreditCodeRule.plain(entry.creditCode()), 0L);
            entry.history().forEach(span -> spans.add(new Span(id, span)));
            entry.changes()
                    .forEach(change ->
                            moves.add(new Move(id, entry.history().getLast().region(), change)));
        }
        writeSpans(spans);
        writeMoves(moves);
    }

    private record Span(long id, Attributes attributes) {}

    private record Move(long id, String region, ListChange change) {}

    private void writeSpans(List<Span> spans) {
        jdbc.sql("""
                insert into enterprise_attributes (enterprise_id, valid_from, valid_to, name, region, industry, size,
                        ownership, park, chain, key_list, status)
                select * from unnest(:ids::bigint[], :from::date[], :until::date[], :names::text[], :regions::text[],
                        :industries::text[], :sizes::text[], :ownerships::text[], :parks::text[], :chains::text[],
                        :keys::boolean[], :statuses::text[])
                """)
                .param("ids", spans.stream().map(Span::id).toArray(Long[]::new))
                .param(
                        "from",
                        spans.stream().map(s -> date(s.attributes().from())).toArray(Date[]::new))
                .param(
                        "until",
                        spans.stream().map(s -> date(s.attributes().until())).toArray(Date[]::new))
                .param("names", texts(spans, Attributes::name))
                .param("regions", texts(spans, Attributes::region))
                .param("industries", texts(spans, Attributes::industry))
                .param("sizes", texts(spans, a -> a.size().name()))
                .param("ownerships", texts(spans, a -> a.ownership().name()))
                .param("parks", texts(spans, Attributes::park))
                .param("chains", texts(spans, Attributes::chain))
                .param("keys", spans.stream().map(s -> s.attributes().keyList()).toArray(Boolean[]::new))
                .param("statuses", texts(spans, a -> a.status().name()))
                .update();
    }

    private void writeMoves(List<Move> moves) {
        jdbc.sql("""
                insert into list_change (enterprise_id, region, kind, effective, reason, recorded_by)
                select id, region, kind, effective, reason, :by
                from unnest(:ids::bigint[], :regions::text[], :kinds::text[], :effective::date[], :reasons::text[])
                     as moves(id, region, kind, effective, reason)
                """)
                .param("by", Callers.current().name())
                .param("ids", moves.stream().map(Move::id).toArray(Long[]::new))
                .param("regions", moves.stream().map(Move::region).toArray(String[]::new))
                .param(
                        "kinds",
                        moves.stream().map(m -> m.change().kind().name()).toArray(String[]::new))
                .param(
                        "effective",
                        moves.stream().map(m -> date(m.change().effective())).toArray(Date[]::new))
                .param("reasons", moves.stream().map(m -> m.change().reason()).toArray(String[]::new))
                .update();
    }

    private static String[] texts(List<Span> spans, java.util.function.Function<Attributes, String> text) {
        return spans.stream().map(span -> text.apply(span.attributes())).toArray(String[]::new);
    }

    private static @Nullable Date date(@Nullable YearMonth month) {
        var day = day(month);
        return day == null ? null : Date.valueOf(day);
    }
}
