package org.diaodu.server.testing;

import java.util.Map;
import org.diaodu.server.access.AsSystem;
import org.diaodu.standards.CreditCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One enterprise with a fixed number in each unit of the test province, in the list since January 2020. */
@TestComponent
public class TestEnterprises {
    private static final Map<Long, String> COUNTY_OF =
            Map.of(9_000L, "230202", 9_100L, "230103", 9_102L, "230102", 9_103L, "230103", 9_200L, "230202");

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private boolean made;

    TestEnterprises(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    synchronized void make() {
        if (made) return;
        AsSystem.run(
                "test enterprises",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> COUNTY_OF.forEach(this::one)));
        made = true;
    }

    private void one(long id, String county) {
        jdbc.sql("insert into enterprise (id, credit_code, region) values (:id, :code, :county)")
                .param("id", id)
                .param("code", CreditCode.made(county, id).value())
                .param("county", county)
                .update();
        jdbc.sql("""
                insert into enterprise_attributes (enterprise_id, valid_from, name, region, industry, size, ownership)
                values (:id, '2020-01-01', :name, :county, '3511', 'MEDIUM', 'PRIVATE')
                """)
                .param("id", id)
                .param("name", "示例企业" + id)
                .param("county", county)
                .update();
    }
}
