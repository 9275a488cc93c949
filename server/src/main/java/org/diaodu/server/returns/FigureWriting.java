package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the figures and findings of new versions, many rows to a statement. */
@Component
class FigureWriting {

    private final JdbcClient jdbc;

    FigureWriting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Period period, List<Judged> judged, Map<Long, Long> filingOf) {
        int size = judged.stream()
                .mapToInt(one -> one.row().figures().byItem().size())
                .sum();
        Long[] filings = new Long[size];
        String[] items = new String[size];
        Long[] enterprises = new Long[size];
        String[] regions = new String[size];
        @Nullable BigDecimal[][] values = new BigDecimal[Column.values().length][size];
        @Nullable String[] reasons = new String[size];
        int at = 0;
        for (Judged one : judged) {
            long enterprise = one.enterprise().id();
            for (var entry : one.row().figures().byItem().entrySet()) {
                filings[at] = filingOf.get(enterprise);
                items[at] = entry.getKey();
                enterprises[at] = enterprise;
                regions[at] = one.enterprise().region();
                for (Column column : Column.values()) {
                    values[column.ordinal()][at] = entry.getValue().value(column);
                }
                reasons[at++] = entry.getValue().baseReason();
            }
        }
        jdbc.sql("""
                insert into figure (filing_id, item, enterprise_id, region, period, month_value, ytd_value, month_base, ytd_base,
                        base_reason)
                select filing, item, enterprise, region, :period, month, ytd, month_base, ytd_base, reason
                from unnest(:filings::bigint[], :items::text[], :enterprises::bigint[], :regions::text[], :months::numeric[],
                            :ytds::numeric[], :monthBases::numeric[], :ytdBases::numeric[], :reasons::text[])
                     as new(filing, item, enterprise, region, month, ytd, month_base, ytd_base, reason)
                """)
                .param("period", period.iso())
                .param("filings", filings)
                .param("items", items)
                .param("enterprises", enterprises)
                .param("regions", regions)
                .param("months", values[Column.MONTH.ordinal()])
                .param("ytds", values[Column.YEAR_TO_DATE.ordinal()])
                .param("monthBases", values[Column.MONTH_BASE.ordinal()])
                .param("ytdBases", values[Column.YEAR_TO_DATE_BASE.ordinal()])
                .param("reasons", reasons)
                .update();
    }

    void writeFindings(Period period, List<Judged> judged, Map<Long, Long> filingOf) {
        List<Found> found = judged.stream()
                .flatMap(one -> one.findings().stream().map(finding -> new Found(one, finding)))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into finding (filing_id, code, item, enterprise_id, region, period, severity, message_zh, message_en,
                        value, expected, explanation)
                select filing, code, item, enterprise, region, :period, severity, zh, en, value, expected, explanation
                from unnest(:filings::bigint[], :codes::text[], :items::text[], :enterprises::bigint[], :regions::text[],
                            :severities::text[], :zh::text[], :en::text[], :values::text[], :expected::text[],
                            :explanations::text[])
                     as new(filing, code, item, enterprise, region, severity, zh, en, value, expected, explanation)
                """)
                .param("period", period.iso())
                .param(
                        "filings",
                        found.stream()
                                .map(f -> filingOf.get(f.judged().enterprise().id()))
                                .toArray(Long[]::new))
                .param("codes", texts(found, f -> f.finding().code()))
                .param("items", texts(found, f -> f.finding().item()))
                .param(
                        "enterprises",
                        found.stream().map(f -> f.judged().enterprise().id()).toArray(Long[]::new))
                .param("regions", texts(found, f -> f.judged().enterprise().region()))
                .param("severities", texts(found, f -> f.finding().severity().name()))
                .param("zh", texts(found, f -> f.finding().messageZh()))
                .param("en", texts(found, f -> f.finding().messageEn()))
                .param("values", texts(found, f -> f.finding().value()))
                .param("expected", texts(found, f -> f.finding().expected()))
                .param("explanations", texts(found, f -> f.finding().explanation()))
                .update();
    }

    private record Found(Judged judged, Finding finding) {}

    private static @Nullable String[] texts(
            List<Found> found, java.util.function.Function<Found, @Nullable String> text) {
        @Nullable String[] texts = new String[found.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text.apply(found.get(i));
        }
        return texts;
    }
}
