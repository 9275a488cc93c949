package org.diaodu.growth.files;

import java.util.Arrays;
import java.util.List;
import org.diaodu.sheets.SheetColumn;

/** The columns of a return file (docs/formats/growth.md). */
enum ReturnColumn {
    CREDIT_CODE(SheetColumn.code("credit_code", "统一社会信用代码", "信用代码").inEveryRow()),
    NAME(SheetColumn.text("name", "企业名称", "单位名称", "名称")),
    REGION(SheetColumn.text("region", "行政区划代码", "行政区划", "地区", "地区代码").inEveryRow()),
    INDUSTRY(SheetColumn.text("industry", "行业代码", "行业").inEveryRow()),
    PERIOD(SheetColumn.text("period", "时期", "报告期").inEveryRow()),
    OUTPUT(SheetColumn.decimal("output", "工业总产值", "总产值", "本期产值").inEverySheet()),
    OUTPUT_BASE(SheetColumn.decimal("output_base", "上年同期产值", "上年同期", "同期产值").inEverySheet()),
    OUTPUT_BASE_FILED(SheetColumn.decimal("output_base_filed", "上年已报产值", "上年同期已报数")),
    STATUS(SheetColumn.text("status", "状态", "在库状态")),
    SIZE(SheetColumn.text("size", "企业规模", "规模")),
    OWNERSHIP(SheetColumn.text("ownership", "控股类型", "控股情况")),
    PARK(SheetColumn.text("park", "园区", "所在园区")),
    CHAIN(SheetColumn.text("chain", "产业链")),
    KEY(SheetColumn.flag("key", "重点企业"));

    /** The columns that are axes of their own. */
    static final List<ReturnColumn> FLAT_AXES = List.of(SIZE, OWNERSHIP, PARK, CHAIN, KEY);

    private final SheetColumn column;

    ReturnColumn(SheetColumn column) {
        this.column = column;
    }

    /** The heading in files. */
    String heading() {
        return column.name();
    }

    boolean required() {
        return column.required();
    }

    boolean isNumber() {
        return column.kind() == SheetColumn.Kind.DECIMAL;
    }

    static List<SheetColumn> sheetColumns() {
        return Arrays.stream(values()).map(column -> column.column).toList();
    }
}
