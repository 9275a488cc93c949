package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.RouteTargets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Below the pages: what PostgreSQL itself lets a caller see. */
class RowSecurityTest extends PlatformTest {

    @Autowired
    private RouteTargets targets;

    /** Tables everybody may read, each with its reason. A new table is either under row level security or named here. */
    private static final Map<String, String> OPEN = Map.of(
            "flyway_schema_history", "names of migrations",
            "unit", "the tree of public bodies",
            "member_unit", "names of public bodies",
            "supply_letter_serial", "a count of letters",
            "setting", "no business figures",
            "audit_head", "a count and a digest",
            "form_item", "the blank form",
            "growth_parameter", "published rates and price indices",
            "comparator", "published figures with their source");

    /** Whoever pays from a budget sees what others have promised of it: those below see what is above them. */
    private static final Set<String> SEEN_FROM_BELOW = Set.of("policy_budget");

    @Test
    void everyTableIsUnderRowSecurityOrNamedAsOpen() {
        assertThat(asSystem(() -> jdbc.sql("""
                        select relname from pg_class
                        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                          and not (relrowsecurity and relforcerowsecurity)
                        """).query(String.class).list()))
                .as("tables without enabled and forced row level security")
                .isSubsetOf(OPEN.keySet());
    }

    @Test
    void theApplicationsRoleCannotLeaveRowSecurity() {
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql("select count(*) from pg_tables where schemaname = 'public' and tableowner = current_user")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @TestFactory
    Stream<DynamicTest> outsideATransactionNothingIsVisible() {
        return secured("select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace")
                .map(table -> DynamicTest.dynamicTest(
                        table,
                        () -> assertThat(jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single())
                                .isZero()));
    }

    @TestFactory
    Stream<DynamicTest> aCountyAnalystSeesOnlyTheCounty() {
        return regional()
                .map(table -> DynamicTest.dynamicTest(table, () -> {
                    List<String> regions = inScopeOf(
                            "analyst-230102",
                            () -> jdbc.sql("select distinct region from " + table)
                                    .query(String.class)
                                    .list());
                    assertThat(regions)
                            .allMatch(region -> region.startsWith("230102")
                                    || (SEEN_FROM_BELOW.contains(table)
                                            && "230102".startsWith(region.replaceAll("(00)+$", ""))));
                }));
    }

    @TestFactory
    Stream<DynamicTest> anAdministratorSeesNoBusinessRow() {
        return regional()
                .flatMap(table -> Stream.of("system-admin", "security-admin", "audit-admin")
                        .map(role -> DynamicTest.dynamicTest(table + " " + role, () -> {
                            String user = role + "-230000";
                            assertThat(inScopeOf(
                                            user,
                                            () -> jdbc.sql("select count(*) from " + table)
                                                    .query(Long.class)
                                                    .single()))
                                    .isZero();
                        })));
    }

    /** The tests above would hold on empty tables too; here there are rows to be kept from somebody. */
    @Test
    void theSiblingsRowsAreThereForTheProvinceAndNotForTheCounty() {
        targets.prepare();
        String siblings = "select count(*) from enterprise where region = '230103'";
        assertThat(number("analyst-230000", siblings)).isPositive();
        assertThat(number("analyst-230100", siblings)).isPositive();
        assertThat(number("analyst-230102", siblings)).isZero();
        assertThat(number("analyst-230200", siblings)).isZero();
        assertThat(number("system-admin-230000", siblings)).isZero();
        assertThat(number("clerk-9102", siblings)).isZero();
        assertThat(number("clerk-9102", "select count(*) from enterprise")).isEqualTo(1);
    }

    private long number(String user, String sql) {
        return inScopeOf(user, () -> jdbc.sql(sql).query(Long.class).single());
    }

    @Test
    void aScopeEndsWithItsTransaction() {
        inScopeOf("analyst-230000", () -> true);
        assertThat(jdbc.sql("select coalesce(current_setting('diaodu.unit_prefix', true), '')")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private Stream<String> regional() {
        return secured("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'region'
                """).filter(table -> !OPEN.containsKey(table));
    }

    private Stream<String> secured(String sql) {
        return asSystem(() -> jdbc.sql(sql).query(String.class).list()).stream().sorted();
    }
}
