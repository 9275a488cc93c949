package org.diaodu.server.policies;

import java.util.HashSet;
import java.util.Set;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.standards.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An enterprise of Harbin whose output grew from 200 to 290 million yuan, with its clerk. */
record GrownEnterprise(long id) {

    static final String COUNTY = "230102";
    private static final Set<Long> MADE = new HashSet<>();

    String clerk() {
        return "clerk-" + id;
    }

    String code() {
        return CreditCode.made(COUNTY, id).value();
    }

    /** Safe to repeat. */
    void make(JdbcClient jdbc, TestProvince province, PlatformTransactionManager transactions) {
        if (!MADE.add(id)) return;
        AsSystem.run(
                "test",
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    jdbc.sql("insert into enterprise (id, credit_code, region) values (:id, :code, :county)")
                            .param("id", id)
                            .param("code", code())
                            .param("county", COUNTY)
                            .update();
                    jdbc.sql("""
                    insert into enterprise_attributes (enterprise_id, valid_from, name, region, industry, size, ownership)
                    values (:id, '2020-01-01', '示例增产企业', :county, '3511', 'MEDIUM', 'PRIVATE')
                    """).param("id", id).param("county", COUNTY).update();
                    fact(jdbc, "本年产值", "29000");
                    fact(jdbc, "上年产值", "20000");
                }));
        province.clerk(id, COUNTY);
    }

    private void fact(JdbcClient jdbc, String name, String value) {
        jdbc.sql("""
                insert into policy_fact (enterprise_id, region, subject_kind, subject_code, name, type, value, valid_from, holder,
                        source, entered_by)
                values (:id, :county, 'ENTERPRISE', '', :name, 'NUMBER', :value, '2021-01-01', '统计局', '年报', 'test')
                """)
                .param("id", id)
                .param("county", COUNTY)
                .param("name", name)
                .param("value", value)
                .update();
    }
}
