package org.diaodu.server.policies;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Industry.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the register and the returns say of an enterprise, under the names clauses use. Money is in 万元; a year's figures are
 * those of the last December before the day whose return was accepted.
 */
@Component
class RegisterFacts {

    static final String SECTION = "行业门类";

    private static final BigDecimal THOUSANDS_IN_TEN_THOUSAND = BigDecimal.TEN;
    private static final String BUREAU = "统计局";
    private static final String REGISTER = "规模以上企业名录库";
    private static final String RETURNS = "企业直报";

    private final JdbcClient jdbc;

    RegisterFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact with where it comes from. */
    record Found(Object value, Provenance provenance) {}

    /** An enterprise with what is known of it. */
    record Enterprise(long id, String creditCode, String name, String region, Map<String, Found> facts) {}

    List<Long> listed(LocalDate day) {
        return jdbc.sql("""
                select enterprise_id from enterprise_attributes
                where valid_from <= :day and (valid_to is null or valid_to > :day) order by enterprise_id
                """).param("day", day).query(Long.class).list();
    }

    List<Enterprise> of(Collection<Long> enterprises, LocalDate day) {
        return jdbc.sql("""
                select e.id, e.credit_code, a.*, entered.effective as entered, rung.tier, year.period as year_period,
                       output.ytd_value as output, output.ytd_base as output_base, revenue.ytd_value as revenue,
                       staff.month_value as staff, tax.ytd_value as tax, latest.period as latest_period,
                       latest.state = 'ACCEPTED' as latest_accepted
                from enterprise e
                join enterprise_attributes a on a.enterprise_id = e.id
                     and a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
                left join lateral (select effective from list_change c
                     where c.enterprise_id = e.id and c.kind in ('ENTRY', 'NEW_PLANT') and c.effective <= :day
                     order by effective desc limit 1) entered on true
                left join lateral (select tier from enterprise_class k
                     where k.enterprise_id = e.id and k.year < :year order by k.year desc limit 1) rung on true
                left join lateral (select id, period, filed_at from filing f
                     where f.enterprise_id = e.id and f.current and f.state = 'ACCEPTED' and f.period like '____-12'
                       and f.period < :year::text order by f.period desc limit 1) year on true
                left join lateral (select period, state from filing f
                     where f.enterprise_id = e.id and f.current and f.period < :month
                     order by f.period desc limit 1) latest on true
                left join figure output on output.filing_id = year.id and output.item = 'gross_output'
                left join figure revenue on revenue.filing_id = year.id and revenue.item = 'revenue'
                left join figure staff on staff.filing_id = year.id and staff.item = 'staff'
                left join figure tax on tax.filing_id = year.id and tax.item = 'tax'
                where e.id = any(:enterprises)
                order by e.id
                """)
                .param("enterprises", enterprises.toArray(Long[]::new))
                .param("day", day)
                .param("year", day.getYear())
                .param("month", day.toString().substring(0, 7))
                .query((row, number) -> enterprise(row, day))
                .list();
    }

    private static Enterprise enterprise(ResultSet row, LocalDate day) throws SQLException {
        Facts facts = new Facts();
        LocalDate since = row.getObject("valid_from", LocalDate.class);
        Industry section = Industries.bundled().at(Level.SECTION, row.getString("industry"));
        facts.put(SECTION, section == null ? null : section.code(), BUREAU, "基本单位名录库", since);
        facts.put("规上工业企业", true, BUREAU, REGISTER, since);
        facts.put("正常生产经营", row.getString("status").equals("OPERATING"), "工业和信息化局", RETURNS, since);
        LocalDate entered = row.getObject("entered", LocalDate.class);
        facts.put("年度新纳规", entered != null && entered.getYear() == day.getYear(), BUREAU, REGISTER, since);
        facts.put("升规日期", entered, BUREAU, REGISTER, entered == null ? since : entered);
        facts.put("企业梯队", row.getString("tier"), "工业和信息化局", "企业梯队", since);
        String latest = row.getString("latest_period");
        if (latest != null) {
            facts.put("按时报统", row.getBoolean("latest_accepted"), BUREAU, RETURNS, since);
        }
        String year = row.getString("year_period");
        if (year != null) {
            LocalDate ends = LocalDate.of(Integer.parseInt(year.substring(0, 4)), 12, 31);
            facts.money("本年产值", row.getBigDecimal("output"), ends);
            facts.money("上年产值", row.getBigDecimal("output_base"), ends);
            facts.money("主营业务收入", row.getBigDecimal("revenue"), ends);
            facts.money("上年营业收入", row.getBigDecimal("revenue"), ends);
            facts.money("上年纳税额", row.getBigDecimal("tax"), ends);
            facts.put("平均从业人数", row.getBigDecimal("staff"), "工业和信息化局", RETURNS, ends);
        }
        return new Enterprise(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("region"),
                facts.found);
    }

    /** What was found, without what is not there. */
    private static final class Facts {
        private final Map<String, Found> found = new LinkedHashMap<>();

        void put(String name, @Nullable Object value, String holder, String source, LocalDate since) {
            if (value != null) found.put(name, new Found(value, new Provenance(holder, source, since, "", false)));
        }

        void money(String name, @Nullable BigDecimal thousands, LocalDate ends) {
            put(name, thousands == null ? null : thousands.divide(THOUSANDS_IN_TEN_THOUSAND), "工业和信息化局", RETURNS, ends);
        }
    }
}
