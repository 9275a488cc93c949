package org.diaodu.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.lake.SqlEngine;

/** Made-up enterprises with what policies ask of them, drawn by DuckDB from the row's number; gaps as registers have them. */
final class Enterprises {

    /** @param scale of a number, −1 for what is none; {@code missing} in percent */
    record Attribute(String name, String type, int digits, int scale, String sql, int missing) {}

    /** The column that tells enterprises apart. */
    static final String KEY = "enterprise";

    static final List<String> SIZES = List.of("大型", "中型", "小型", "微型");
    static final List<String> SECTORS = List.of("B", "C", "D", "F", "I");
    static final List<String> DIVISIONS = List.of("13", "15", "26", "27", "32", "34", "35", "36", "38", "39");
    static final List<String> CITIES = List.of("2301", "2302", "2303", "2306", "2307", "2310");
    static final List<String> OWNERSHIPS = List.of("国有", "集体", "民营", "外资");
    static final List<String> PROJECTS = List.of("技术改造", "新建", "扩建", "研发", "迁建");
    static final List<String> LEVELS = List.of("国家级", "省级", "市级");
    static final List<String> GRADES = List.of("A", "B", "C", "D");

    static final List<Attribute> ATTRIBUTES = attributes();

    private Enterprises() {}

    private static List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>();
        for (String yuan : List.of(
                "营业收入", "上年营业收入", "研发费用", "资产总额", "工业总产值", "上年工业总产值", "实缴税额", "技改投资", "设备投资", "固定资产投资", "合同金额", "入统投资额",
                "应纳税所得额", "出口额")) {
            all.add(new Attribute(yuan, "number", 15, 2, "CAST(power(10, 4 + 5 * u) AS DECIMAL(15, 2))", 4));
        }
        for (String whole : List.of("从业人数", "参保人数", "专利数", "缴费月数", "研发人员数")) {
            all.add(new Attribute(whole, "number", 7, 0, "CAST(power(10, 4 * u * u) AS DECIMAL(7, 0))", 3));
        }
        for (String percent : List.of("研发强度", "资产负债率", "营业收入增速", "用电增速", "裁员率", "市场占有率")) {
            all.add(new Attribute(percent, "number", 7, 2, "CAST(100 * u * u - 5 AS DECIMAL(7, 2))", 6));
        }
        for (String tons : List.of("年能耗", "年节能量", "用电量")) {
            all.add(new Attribute(tons, "number", 12, 2, "CAST(power(10, 1 + 5 * u) AS DECIMAL(12, 2))", 15));
        }
        for (String date : List.of("成立日期", "入统日期", "认定日期")) {
            all.add(new Attribute(date, "date", 0, -1, "DATE '1995-01-01' + CAST(11000 * u AS INTEGER)", 8));
        }
        for (String truth : List.of("高新技术企业", "专精特新", "已入统", "失信", "经营异常", "已上云", "首次认定")) {
            all.add(new Attribute(truth, "boolean", 0, -1, "u > 0.6", 2));
        }
        all.add(text("企业规模", SIZES, 1));
        all.add(text("行业门类", SECTORS, 0));
        all.add(text("行业大类", DIVISIONS, 1));
        all.add(text("地市", CITIES, 0));
        all.add(text("控股类型", OWNERSHIPS, 2));
        all.add(text("项目类型", PROJECTS, 30));
        all.add(text("认定级别", LEVELS, 50));
        all.add(text("信用等级", GRADES, 5));
        return List.copyOf(all);
    }

    private static Attribute text(String name, List<String> values, int missing) {
        String list = values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ", "[", "]"));
        return new Attribute(
                name, "string", 0, -1, list + "[1 + CAST(floor(" + values.size() + " * u) AS INTEGER)]", missing);
    }

    /** Writes them to a Parquet file. */
    static void write(SqlEngine engine, int enterprises, Path file) {
        List<String> columns = new ArrayList<>();
        columns.add("CAST(i AS INTEGER) AS \"" + KEY + "\"");
        for (int a = 0; a < ATTRIBUTES.size(); a++) {
            Attribute attribute = ATTRIBUTES.get(a);
            String u = "(hash(i * 64 + %d) %% 1000003 / 1000003.0)".formatted(a);
            columns.add("CASE WHEN hash(i * 64 + %d) %% 100 >= %d THEN %s END AS \"%s\""
                    .formatted(
                            a + 1_000_000_007,
                            attribute.missing(),
                            attribute.sql().replaceAll("\\bu\\b", u),
                            attribute.name()));
        }
        engine.execute(
                "COPY (SELECT " + String.join(", ", columns) + " FROM range(" + enterprises + ") t(i)) TO '" + file
                        + "' (FORMAT parquet)",
                List.of());
    }
}
