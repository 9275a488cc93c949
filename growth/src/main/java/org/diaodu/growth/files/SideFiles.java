package org.diaodu.growth.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.WhatIf;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.jspecify.annotations.Nullable;

/** The files beside the returns: parameters, and figures to try. */
final class SideFiles {
    private static final double PERCENT_NOT_INDEX = 50;

    private SideFiles() {}

    /** {@code industry,period,va_rate,price_index}; what is wrong is added to the faults. */
    static Parameters parameters(Path file, List<Fault> faults) throws IOException {
        List<SheetColumn> columns = List.of(
                SheetColumn.text("industry", "行业代码", "行业").inEverySheet(),
                SheetColumn.text("period", "时期", "报告期"),
                SheetColumn.decimal("va_rate", "增加值率"),
                SheetColumn.decimal("price_index", "价格指数", "工业生产者出厂价格指数"));
        var entries = new ArrayList<Parameters.Entry>();
        var seen = new HashSet<List<String>>();
        try (SheetReader reader = SheetReader.open(file, columns)) {
            for (SheetRow row : reader) {
                Parameters.Entry entry = entry(row);
                if (entry == null) continue;
                if (seen.add(List.of(entry.industry(), String.valueOf(entry.period())))) entries.add(entry);
                else {
                    row.fault(
                            "growth.duplicate-parameter",
                            Severity.ERROR,
                            "industry",
                            new Wording("同一行业同一时期的参数出现两次", "the industry's parameters stand twice in the period"),
                            new Wording("删去其中一行", "remove one of the two"));
                }
            }
            faults.addAll(reader.faults().list());
        }
        return Parameters.of(entries);
    }

    private static Parameters.@Nullable Entry entry(SheetRow row) {
        String industry = industry(row);
        Period period = period(row);
        double rate = row.real("va_rate");
        double price = row.real("price_index");
        if (rate <= 0 || rate > 1) {
            row.fault(
                    "growth.va-rate",
                    Severity.ERROR,
                    "va_rate",
                    new Wording("增加值率应大于 0、不超过 1", "a value-added rate lies above 0 and is at most 1"),
                    new Wording("百分数请除以 100，如 25% 填 0.25", "a percentage was given: 25 % is 0.25"));
        }
        if (price <= 0) {
            row.fault(
                    "growth.price-index",
                    Severity.ERROR,
                    "price_index",
                    new Wording("价格指数应大于 0", "a price index lies above 0"),
                    new Wording("上年同期 = 100；下降 3.5% 填 96.5", "a change was given: -3.5 % is 96.5"));
        } else if (price < PERCENT_NOT_INDEX) {
            row.fault(
                    "growth.price-index-low",
                    Severity.WARNING,
                    "price_index",
                    new Wording("价格指数异常偏低", "the price index is strangely low"),
                    new Wording("上年同期 = 100；上涨 3.5% 填 103.5", "a change was given: +3.5 % is 103.5"));
        }
        if (!row.sound() || industry == null) return null;
        return new Parameters.Entry(
                industry, period, Double.isNaN(rate) ? null : rate, Double.isNaN(price) ? null : price);
    }

    private static @Nullable String industry(SheetRow row) {
        String text = row.text("industry");
        if (text == null || text.equals("*")) return "";
        try {
            Industry industry = Industries.bundled().parse(text);
            return industry.code();
        } catch (StandardsException unknown) {
            fault(row, "industry", "growth.industry-unknown", unknown);
            return null;
        }
    }

    private static @Nullable Period period(SheetRow row) {
        String text = row.text("period");
        if (text == null) return null;
        try {
            return Period.parse(text);
        } catch (StandardsException unknown) {
            fault(row, "period", "growth.period-unknown", unknown);
            return null;
        }
    }

    private static void fault(SheetRow row, String column, String code, StandardsException refusal) {
        row.fault(code, Severity.ERROR, column, new Wording(refusal.zh(), refusal.en()), new Wording("", ""));
    }

    /** {@code credit_code,output[,output_base][,output_base_filed]}; an empty cell keeps what the enterprise has. */
    static List<WhatIf.Replacement> replacements(Path file, Set<String> known, List<Fault> faults) throws IOException {
        List<SheetColumn> columns = List.of(
                SheetColumn.code("credit_code", "统一社会信用代码", "信用代码").inEveryRow(),
                SheetColumn.text("name", "企业名称"),
                SheetColumn.decimal("output", "工业总产值", "总产值"),
                SheetColumn.decimal("output_base", "上年同期产值", "上年同期"),
                SheetColumn.decimal("output_base_filed", "上年已报产值"));
        var replacements = new ArrayList<WhatIf.Replacement>();
        var seen = new HashSet<String>();
        try (SheetReader reader = SheetReader.open(file, columns)) {
            for (SheetRow row : reader) {
                String code = row.code("credit_code");
                Double output = figure(row, "output");
                Double base = figure(row, "output_base");
                Double filed = figure(row, "output_base_filed");
                if (code != null && !known.contains(code)) {
                    row.fault(
                            "growth.enterprise-unknown",
                            Severity.ERROR,
                            "credit_code",
                            new Wording("该企业不在本期报表中", "the enterprise has no return in this period"),
                            new Wording("核对信用代码", "the credit code is mistyped"));
                } else if (code != null && !seen.add(code)) {
                    row.fault(
                            "growth.duplicate",
                            Severity.ERROR,
                            "credit_code",
                            new Wording("该企业出现两次", "the enterprise stands twice"),
                            new Wording("删去其中一行", "remove one of the two"));
                }
                if (code != null && row.sound()) {
                    replacements.add(new WhatIf.Replacement(code, output, base, filed));
                }
            }
            faults.addAll(reader.faults().list());
        }
        return replacements;
    }

    private static @Nullable Double figure(SheetRow row, String column) {
        double figure = row.real(column);
        if (figure < 0) {
            row.fault(
                    "growth.negative",
                    Severity.ERROR,
                    column,
                    new Wording("产值为负", "output is negative"),
                    new Wording("核对符号", "the sign is mistyped"));
        }
        return Double.isNaN(figure) ? null : figure;
    }
}
