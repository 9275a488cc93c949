package org.diaodu.sample.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.sample.Table;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.targets.PastTarget;
import org.diaodu.server.targets.ReportForm;
import org.diaodu.server.targets.TargetForm;
import org.diaodu.server.targets.TargetLoading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ledger on the business date: targets and commitments of the year and of the years ahead, growth and the number of enterprises
 * broken down to the cities, and what was reported.
 */
@Component
class SampleTargets {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String PROVINCE = "230000";
    private static final int YEAR = 2022;

    /** A city that has not accepted what it was given yet. */
    private static final String UNDECIDED = "231100";

    private final TargetLoading targets;

    SampleTargets(TargetLoading targets) {
        this.targets = targets;
    }

    /** Loads the ledger and gives how many targets there are, parts counted. */
    int load() {
        return targets.load(growth()) + targets.load(ledger());
    }

    private List<PastTarget> growth() {
        List<Table.Row> rows = Table.read("targets.csv").rows();
        Map<String, BigDecimal> shares = targets.shares(PROVINCE, YEAR);
        List<PastTarget> past = new ArrayList<>();
        for (Table.Row row : rows) {
            if (!row.text("unit").equals(PROVINCE)) continue;
            int year = Integer.parseInt(row.text("year"));
            past.add(new PastTarget(
                    growth(year, row.text("value")),
                    analyst(LocalDate.of(year, 1, 24)),
                    checker(LocalDate.of(year, 1, 25)),
                    List.of(),
                    year == YEAR ? parts(rows, shares) : List.of()));
        }
        return past;
    }

    private static TargetForm growth(int year, String value) {
        return new TargetForm(
                "sample/growth/" + year,
                "TARGET",
                "规模以上工业增加值增速",
                PROVINCE,
                "",
                "",
                value,
                "",
                "GE",
                "%",
                "RATE",
                "",
                year + "-01-01",
                year + "-12-31",
                "VALUE_ADDED_GROWTH",
                "规模以上工业增加值增长" + value + "%左右",
                year + "年省政府年度重点工作安排（示例目标，非正式下达）",
                "第1项");
    }

    private static List<PastTarget.Part> parts(List<Table.Row> rows, Map<String, BigDecimal> shares) {
        return rows.stream()
                .filter(row -> shares.containsKey(row.text("unit")) && row.text("year").equals("" + YEAR))
                .map(row -> new PastTarget.Part(
                        row.text("unit"),
                        row.text("value"),
                        shares.get(row.text("unit")),
                        city(row.text("unit")),
                        List.of()))
                .toList();
    }

    private List<PastTarget> ledger() {
        List<Table.Row> reports = Table.read("ledger-reports.csv").rows();
        return Table.read("ledger.csv").rows().stream()
                .map(row -> new PastTarget(
                        form(row),
                        analyst(LocalDate.of(YEAR, 2, 8)),
                        row.text("fate").equals("PROPOSED") ? null : checker(LocalDate.of(YEAR, 2, 9)),
                        reports.stream()
                                .filter(report -> report.text("indicator").equals(row.text("indicator")))
                                .map(report -> report(report, row.text("unit_code")))
                                .toList(),
                        row.text("measure").equals("ENTERPRISES") ? enterprises() : List.of()))
                .toList();
    }

    private static TargetForm form(Table.Row row) {
        return new TargetForm(
                "sample/" + row.text("indicator"),
                row.text("kind"),
                row.text("indicator"),
                PROVINCE,
                row.text("subject"),
                row.text("unit_code"),
                row.text("low"),
                row.text("high"),
                row.text("bound"),
                row.text("unit"),
                row.text("course"),
                row.text("base"),
                row.text("begins"),
                row.text("due"),
                row.text("measure"),
                row.text("quote"),
                row.text("document"),
                row.text("place"));
    }

    private static PastTarget.Report report(Table.Row row, String unit) {
        var form = new ReportForm("", row.text("day"), row.text("value"), row.text("source"), row.text("words"));
        LocalDate on = LocalDate.parse(row.text("on"));
        return new PastTarget.Report(form, signed("officer-" + unit, "责任单位经办（示例）", "责任单位", on));
    }

    private static List<PastTarget.Part> enterprises() {
        return Table.read("ledger-cities.csv").rows().stream()
                .map(row -> new PastTarget.Part(
                        row.text("region"), row.text("enterprises"), null, city(row.text("region")), List.of()))
                .toList();
    }

    private static @Nullable Signature city(String region) {
        if (region.equals(UNDECIDED)) return null;
        return signed(
                "analyst-" + region, "市运行监测（示例）", Regional.name(region), LocalDate.of(YEAR, 2, 15));
    }

    private static Signature analyst(LocalDate on) {
        return signed("province", "省运行监测（示例）", "黑龙江省", on);
    }

    private static Signature checker(LocalDate on) {
        return signed("province2", "省运行监测复核（示例）", "黑龙江省", on);
    }

    private static Signature signed(String name, String displayName, String unit, LocalDate on) {
        return new Signature(name, displayName, unit, on.atTime(10, 30).atZone(CHINA).toInstant());
    }
}
