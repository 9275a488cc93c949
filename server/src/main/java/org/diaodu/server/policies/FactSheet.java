package org.diaodu.server.policies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.files.CaseValues;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Nearest;
import org.diaodu.sheets.ReadOptions;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/** Facts as a sheet: a row for each, with the credit code, the project or product if it is one's, and from which day it holds. */
final class FactSheet {

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.code("code", "统一社会信用代码", "信用代码", "社会信用代码").inEveryRow(),
            SheetColumn.text("kind", "对象").inEveryRow(),
            SheetColumn.text("part", "编号", "项目编号", "产品编号").inEverySheet(),
            SheetColumn.text("partName", "名称", "项目名称", "产品名称"),
            SheetColumn.code("region", "所在地区", "地区"),
            SheetColumn.text("fact", "事实", "指标").inEveryRow(),
            SheetColumn.text("value", "值", "数值").inEverySheet(),
            SheetColumn.date("from", "生效日期", "起始日期").inEveryRow(),
            SheetColumn.text("holder", "持有单位", "持有"),
            SheetColumn.text("source", "来源"));

    /** An enterprise of the list, as far as the caller sees it. */
    record Listed(long id, String region) {}

    /** What was read: facts and the projects and products they speak of. */
    record Content(List<FactRows.New> facts, Map<FactRows.Of, FactRows.Part> parts, int rows, List<Fault> faults) {}

    private final Function<SubjectKind, Map<String, FactNames.Asked>> names;
    private final Function<String, @Nullable Listed> enterprises;
    private final String by;
    private final String intake;
    private final List<FactRows.New> facts = new ArrayList<>();
    private final Map<FactRows.Of, FactRows.Part> parts = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> first = new HashMap<>();

    FactSheet(
            Function<SubjectKind, Map<String, FactNames.Asked>> names,
            Function<String, @Nullable Listed> enterprises,
            String by,
            String intake) {
        this.names = names;
        this.enterprises = enterprises;
        this.by = by;
        this.intake = intake;
    }

    Content read(String name, byte[] content) {
        int rows = 0;
        try (SheetReader sheet =
                SheetReader.open(new ByteArrayInputStream(content), name, COLUMNS, ReadOptions.DEFAULT)) {
            for (SheetRow row : sheet) {
                rows++;
                if (row.sound()) read(row);
            }
            return new Content(facts, parts, rows, sheet.faults().list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SheetRow row) {
        Listed enterprise = enterprises.apply(text(row, "code").toUpperCase(java.util.Locale.ROOT));
        SubjectKind kind = kind(row);
        LocalDate from = row.date("from");
        if (enterprise == null) {
            fault(
                    row,
                    "enterprise",
                    "code",
                    "名录中没有这家企业，或它不在您的范围内",
                    "there is no such enterprise in the list, or it is outside your own",
                    "核对信用代码",
                    "check the credit code");
        }
        if (enterprise == null || kind == null || from == null) return;
        FactRows.Part part = part(row, enterprise, kind);
        FactNames.Asked asked = asked(row, kind);
        if (part == null || asked == null || !isOfType(row, asked)) return;
        FactRows.Of of = new FactRows.Of(enterprise.id(), kind, part.code());
        if (kind != SubjectKind.ENTERPRISE) parts.putIfAbsent(of, part);
        Integer before = first.putIfAbsent(List.of(of, asked.name(), from), row.number());
        if (before != null) {
            fault(
                    row,
                    "twice",
                    "fact",
                    "同一事实同一生效日期在第 " + before + " 行已经出现",
                    "the same fact of the same day stands in row " + before,
                    "只留一行",
                    "leave one row");
            return;
        }
        String value = text(row, "value");
        facts.add(new FactRows.New(
                of,
                enterprise.region(),
                asked.name(),
                asked.type(),
                value.isEmpty() ? null : value,
                from,
                orElse(text(row, "holder"), asked.holder()),
                orElse(text(row, "source"), asked.source()),
                false,
                by,
                intake));
    }

    private static @Nullable SubjectKind kind(SheetRow row) {
        String text = text(row, "kind");
        for (SubjectKind kind : SubjectKind.values()) {
            if (kind.zh().equals(text) || kind.en().equalsIgnoreCase(text)) return kind;
        }
        fault(
                row,
                "kind",
                "kind",
                "对象应为企业、项目或产品",
                "a subject is an enterprise, a project or a product",
                "写其中之一",
                "write one of them");
        return null;
    }

    private static FactRows.@Nullable Part part(SheetRow row, Listed enterprise, SubjectKind kind) {
        String code = text(row, "part");
        String region = orElse(text(row, "region"), enterprise.region());
        if (kind == SubjectKind.ENTERPRISE) {
            if (!code.isEmpty()) {
                fault(
                        row,
                        "part",
                        "part",
                        "对象是企业时不写编号",
                        "an enterprise has no number of its own here",
                        "清空编号，或把对象改成项目或产品",
                        "leave it empty, or say project or product");
                return null;
            }
            return new FactRows.Part(enterprise.id(), kind, "", "", region);
        }
        if (!code.matches("[^/\\s]{1,40}")) {
            fault(
                    row,
                    "part",
                    "part",
                    "项目或产品要有编号，40 字以内，不含斜线和空格",
                    "a project or product has a number of at most 40 characters, without stroke or blank",
                    "用项目库里的编号",
                    "take that of the register of projects");
            return null;
        }
        if (Regions.bundled().find(region) == null) {
            fault(
                    row,
                    "region",
                    "region",
                    "没有这个行政区划代码",
                    "there is no such region",
                    "写六位 GB/T 2260 代码",
                    "write six digits of GB/T 2260");
            return null;
        }
        return new FactRows.Part(enterprise.id(), kind, code, orElse(text(row, "partName"), code), region);
    }

    private FactNames.@Nullable Asked asked(SheetRow row, SubjectKind kind) {
        Map<String, FactNames.Asked> known = names.apply(kind);
        String name = text(row, "fact");
        FactNames.Asked asked = known.get(name);
        if (asked == null) {
            String nearest = Nearest.to(name, known.keySet());
            fault(
                    row,
                    "fact",
                    "fact",
                    "没有条款问" + kind.zh() + "的这个事实",
                    "no clause asks this of a " + kind.en(),
                    nearest == null ? "核对事实的名称" : "也许是“" + nearest + "”",
                    nearest == null ? "check its name" : "perhaps " + nearest);
        }
        return asked;
    }

    private static boolean isOfType(SheetRow row, FactNames.Asked asked) {
        String value = text(row, "value");
        if (value.isEmpty() || CaseValues.parse(value, asked.type()) != null) return true;
        Wording advice = CaseValues.advice(asked.type());
        fault(
                row,
                "value",
                "value",
                "值不是“" + asked.name() + "”的类型",
                "the value is not of the type of " + asked.name(),
                advice.zh(),
                advice.en());
        return false;
    }

    private static String text(SheetRow row, String column) {
        String text = row.text(column);
        return text == null ? "" : text.strip();
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private static void fault(
            SheetRow row, String code, String column, String zh, String en, String adviceZh, String adviceEn) {
        row.fault("fact." + code, Severity.ERROR, column, new Wording(zh, en), new Wording(adviceZh, adviceEn));
    }
}
