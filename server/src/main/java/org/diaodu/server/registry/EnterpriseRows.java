package org.diaodu.server.registry;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;

/** The register's rows as values. */
final class EnterpriseRows {
    static final String ENTERPRISE = "e.id, e.credit_code, e.credit_code_override, e.region as region_now, e.version";
    static final String ATTRIBUTES =
            "a.valid_from, a.valid_to, a.name, a.region, a.industry, a.size, a.ownership, a.park, a.chain, a.key_list, a.status";

    private EnterpriseRows() {}

    static Enterprise enterprise(ResultSet row, int number) throws SQLException {
        return new Enterprise(
                row.getLong("id"),
                row.getString("credit_code"),
                row.getString("credit_code_override"),
                row.getString("region_now"),
                row.getInt("version"));
    }

    static Attributes attributes(ResultSet row, int number) throws SQLException {
        Date until = row.getDate("valid_to");
        return new Attributes(
                YearMonth.from(row.getDate("valid_from").toLocalDate()),
                until == null ? null : YearMonth.from(until.toLocalDate()),
                row.getString("name"),
                row.getString("region"),
                row.getString("industry"),
                SizeClass.valueOf(row.getString("size")),
                Ownership.valueOf(row.getString("ownership")),
                row.getString("park"),
                row.getString("chain"),
                row.getBoolean("key_list"),
                OperatingStatus.valueOf(row.getString("status")));
    }

    static Registered registered(ResultSet row, int number) throws SQLException {
        return new Registered(enterprise(row, number), attributes(row, number));
    }

    static @Nullable LocalDate day(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }
}
