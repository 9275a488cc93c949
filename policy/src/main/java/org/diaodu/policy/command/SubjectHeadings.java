package org.diaodu.policy.command;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of subjects beside their facts.
 *
 * @param enterprise the user's own heading of the enterprise's key, or null
 */
record SubjectHeadings(SubjectKind kind, @Nullable String enterprise) {

    static final String ENTERPRISE = "企业";
    static final String REGION = "地区";
    private static final List<String> ENTERPRISES = List.of("统一社会信用代码", "信用代码", "企业代码", "enterprise", "credit code");
    private static final List<String> REGIONS = List.of("行政区划代码", "地区代码", "region");

    String keyColumn() {
        return kind.zh();
    }

    private List<String> enterpriseHeadings() {
        return enterprise == null ? ENTERPRISES : List.of(enterprise);
    }

    private List<String> ownHeadings() {
        return List.of(kind.zh() + "代码", kind.zh() + "编号", kind.en());
    }

    /** The key, the enterprise it belongs to, both in every row, and the region. */
    List<SheetColumn> columns() {
        List<SheetColumn> columns = new ArrayList<>();
        if (kind != SubjectKind.ENTERPRISE) {
            columns.add(SheetColumn.code(kind.zh(), ownHeadings().toArray(String[]::new))
                    .inEveryRow());
        }
        columns.add(SheetColumn.code(ENTERPRISE, enterpriseHeadings().toArray(String[]::new))
                .inEveryRow());
        columns.add(SheetColumn.code(REGION, REGIONS.toArray(String[]::new)));
        return columns;
    }

    @Nullable
    String key(SheetRow row) {
        return row.code(keyColumn());
    }

    /** Which of a Parquet file's columns these are: the key, the enterprise, the region; null where there is none. */
    @Nullable
    String find(String column, List<String> present) {
        List<String> names = new ArrayList<>();
        if (column.equals(ENTERPRISE)) {
            names.addAll(enterpriseHeadings());
        } else if (column.equals(REGION)) {
            names.addAll(REGIONS);
        } else {
            names.addAll(ownHeadings());
        }
        names.add(column);
        return names.stream().filter(present::contains).findFirst().orElse(null);
    }
}
