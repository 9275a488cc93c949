package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** A closed month cannot be changed by any path: neither through the services nor with raw SQL as the application. */
class ClosedPeriodTest extends PlatformTest {
    private static final Period PERIOD = Period.janFeb(1985);

    @Autowired
    RegisterLoading register;

    @Autowired
    BulkReturns bulk;

    @Autowired
    ReturnReview review;

    @Autowired
    ReturnFiling filing;

    @Autowired
    Closings closings;

    @Autowired
    Items items;

    private static long enterprise;
    private static String code = "";

    @BeforeEach
    void theCountyHasClosed() {
        if (enterprise != 0) {
            return;
        }
        List<RegisterEntry> one =
                SampleReturns.enterprises(1, TestProvince.COUNTY, YearMonth.of(1985, 1), YearMonth.of(1986, 1));
        code = one.getFirst().creditCode();
        asSystem(() -> register.load(one));
        enterprise = asSystem(() -> jdbc.sql("select id from enterprise where credit_code = :code")
                .param("code", code)
                .query(Long.class)
                .single());
        asSystem(() -> bulk.load(PERIOD, List.of(new ReturnRow(code, SampleReturns.figures(1000, 1)))));
        long filed = filing();
        asSystem(() -> jdbc.sql(
                        "insert into finding (filing_id, code, item, enterprise_id, region, period, severity, message_zh, message_en)"
                                + " select id, 'GY304', 'gross_output', enterprise_id, region, period, 'HINT', '提示', 'hint' from filing where id = "
                                + filed)
                .update());
        asSystem(
                () -> jdbc.sql("insert into query (filing_id, enterprise_id, region, period, question, asked_by, state)"
                                + " select id, enterprise_id, region, period, '?', 'x', 'SETTLED' from filing where id = "
                                + filed)
                        .update());
        asSystem(() -> review.acceptClean(PERIOD, "", true));
        inScopeOf("analyst-230102", () -> closings.close(PERIOD, TestProvince.COUNTY));
    }

    private long filing() {
        return asSystem(
                () -> jdbc.sql("select id from filing where enterprise_id = :id and period = :period and current")
                        .param("id", enterprise)
                        .param("period", PERIOD.iso())
                        .query(Long.class)
                        .single());
    }

    private String state() {
        return asSystem(
                () -> jdbc.sql("""
                select (select string_agg(f::text, '|' order by f.id) from filing f where f.enterprise_id = :id)
                    || (select string_agg(g::text, '|' order by g.item) from figure g where g.enterprise_id = :id)
                    || (select string_agg(d::text, '|' order by d.code) from finding d where d.enterprise_id = :id)
                    || (select string_agg(q::text, '|' order by q.id) from query q where q.enterprise_id = :id)
                    || (select string_agg(c::text, '|' order by c.region, c.version) from closing c where c.period = '1985-01..1985-02')
                    || (select count(*) from excuse x where x.enterprise_id = :id)
                    || (select string_agg(a::text, '|' order by a.valid_from) from enterprise_attributes a where a.enterprise_id = :id)
                """).param("id", enterprise).query(String.class).single());
    }

    @TestFactory
    Stream<DynamicTest> noStatementOfTheApplicationChangesIt() {
        long id = filing();
        String keys = "select id, enterprise_id, region, period from filing where id = " + id;
        return Stream.of(
                        "insert into filing (enterprise_id, region, period, version, current, state, source, filed_by, digest)"
                                + " select enterprise_id, region, period, 99, false, 'FILED', 'FORM', 'x', 'x' from filing where id = "
                                + id,
                        "update filing set note = 'changed' where id = " + id,
                        "update filing set period = '1986-03' where id = " + id,
                        "update filing set region = '230103' where id = " + id,
                        "delete from filing where id = " + id,
                        "insert into figure (filing_id, item, enterprise_id, region, period) select id, 'orders2', enterprise_id, region, period from ("
                                + keys + ") k",
                        "update figure set month_value = 1 where filing_id = " + id,
                        "update figure set period = '1986-03' where filing_id = " + id,
                        "delete from figure where filing_id = " + id,
                        "update finding set explanation = 'x' where filing_id = " + id,
                        "delete from finding where filing_id = " + id,
                        "insert into query (filing_id, enterprise_id, region, period, question, asked_by) select id, enterprise_id, region, period, '?', 'x' from ("
                                + keys + ") k",
                        "update query set answer = 'x' where filing_id = " + id,
                        "delete from query where filing_id = " + id,
                        "insert into excuse (enterprise_id, region, period, reason, excused_by) select enterprise_id, region, period, 'x', 'x' from ("
                                + keys + ") k",
                        "update enterprise_attributes set industry = '0610' where enterprise_id = " + enterprise,
                        "update enterprise_attributes set valid_to = '1985-02-01' where enterprise_id = " + enterprise,
                        "delete from enterprise_attributes where enterprise_id = " + enterprise,
                        "truncate filing cascade",
                        "truncate figure",
                        "delete from closing where period = '1985-01..1985-02'",
                        "update closing set state = 'REOPENED', reopened_by = 'b', reopen_requested_by = 'a', reopen_reason = 'x' where period = '1985-01..1985-02'",
                        "update closing set enterprises = 0 where period = '1985-01..1985-02'",
                        "alter table filing disable trigger all",
                        "drop trigger closed_stands_on_update on filing")
                .map(sql -> DynamicTest.dynamicTest(sql, () -> {
                    String before = state();
                    assertThat(touched(sql)).isZero();
                    assertThat(state()).isEqualTo(before);
                }));
    }

    /** Rows a statement changes; none when the database refuses it. */
    private int touched(String sql) {
        try {
            return asSystem(() -> jdbc.sql(sql).update());
        } catch (DataAccessException refused) {
            return 0;
        }
    }

    @Test
    void whoFilesWhileThePeriodClosesIsToldSoAndNotThatTheServerFailed() {
        long id = filing();
        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("update filing set note = 'late' where id = :id")
                        .param("id", id)
                        .update()))
                .isInstanceOfSatisfying(ClosedPeriod.class, told -> {
                    assertThat(told.explanation().status()).isEqualTo(409);
                    assertThat(told.explanation().zh()).contains("已经关账", "申请重开");
                });
    }

    @Test
    void noServiceChangesIt() {
        String before = state();
        Map<String, String> form =
                new LinkedHashMap<>(FormFields.of(items.all(), Figures.of(SampleReturns.figures(2000, 1))));
        List<Runnable> paths = List.of(
                () -> filing.file(enterprise, PERIOD, form, Filing.Source.FORM, "late", null),
                () -> filing.saveDraft(enterprise, PERIOD, form),
                () -> bulk.load(PERIOD, List.of(new ReturnRow(code, SampleReturns.figures(2000, 1)))),
                () -> bulk.takeOver(PERIOD, List.of(new ReturnRow(code, SampleReturns.figures(2000, 1)))),
                () -> review.ask(enterprise, PERIOD, 2, null, "late?"),
                () -> review.answer(enterprise, PERIOD, 1, "late"),
                () -> review.explain(enterprise, PERIOD, "GY304:gross_output", "late"),
                () -> review.accept(enterprise, PERIOD, 2),
                () -> review.excuse(enterprise, PERIOD, "late"));
        for (Runnable path : paths) {
            assertThatThrownBy(() -> inScopeOf("analyst-230102", () -> {
                path.run();
                return 1;
            }));
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aSecondPersonIsNeededEvenInTheDatabase() {
        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("""
                        update closing set state = 'REOPEN_REQUESTED', reopen_requested_by = 'a', reopen_reason = 'x'
                        where period = '1985-01..1985-02' and region = '230102';
                        update closing set state = 'REOPENED', reopened_by = 'a'
                        where period = '1985-01..1985-02' and region = '230102'
                        """).update()))
                .hasMessageContaining("reopening_needs_a_second_person");
    }
}
