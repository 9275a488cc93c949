package org.diaodu.growth.files;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Status;
import org.diaodu.standards.AmountUnit;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.UnitSlip;
import org.jspecify.annotations.Nullable;

/** Judges the rows of return files and collects the sound ones by period. Not thread-safe. */
final class ReturnChecks {
    private static final double LEAST_SLIP = 1000;

    private final CodeTables tables = new CodeTables();
    private final Map<Period, Observations.Builder> rows = new HashMap<>();
    private final Map<Period, Map<String, Seen>> seenOfCode = new HashMap<>();
    private final YearMonth now;

    ReturnChecks(YearMonth now) {
        this.now = now;
    }

    /** The sound rows so far, by period. */
    Map<Period, Observations.Builder> rows() {
        return rows;
    }

    /** Where an enterprise first stood. */
    private record Seen(String file, int row) {}

    /** What a row says once its codes and figures are understood. */
    private record Reading(Status status, double output, double base, double filed) {}

    /** Judges a row; adds it if nothing is wrong with it. */
    void check(ReturnRow row, BooleanSupplier isSound) {
        String credit = row.text(ReturnColumn.CREDIT_CODE);
        String region = row.text(ReturnColumn.REGION);
        String industry = row.text(ReturnColumn.INDUSTRY);
        String periodText = row.text(ReturnColumn.PERIOD);
        Period period = periodText == null ? null : tables.period(row, periodText);
        Region knownRegion = region == null ? null : tables.region(row, region);
        Industry knownIndustry = industry == null ? null : tables.industry(row, industry);
        Reading reading = figures(row);
        if (credit == null || period == null) return;
        checkTime(row, period, knownRegion);
        String code = tables.creditCode(row, credit);
        Map<String, String> flat = flatCodes(row);
        checkDuplicate(row, period, code);
        if (reading == null || knownRegion == null || knownIndustry == null || !isSound.getAsBoolean()) return;
        String name = row.text(ReturnColumn.NAME);
        rows.computeIfAbsent(period, Observations::builder)
                .add(
                        code,
                        name == null ? "" : name,
                        knownRegion.code(),
                        knownIndustry.code(),
                        reading.status(),
                        reading.output(),
                        reading.base(),
                        reading.filed(),
                        flat);
    }

    private Map<String, String> flatCodes(ReturnRow row) {
        var codes = new HashMap<String, String>();
        for (ReturnColumn axis : ReturnColumn.FLAT_AXES) {
            String text = row.text(axis);
            if (text == null) continue;
            codes.put(
                    axis.heading(),
                    switch (axis) {
                        case SIZE -> tables.size(row, text);
                        case OWNERSHIP -> tables.ownership(row, text);
                        default -> text;
                    });
        }
        return codes;
    }

    private void checkTime(ReturnRow row, Period period, @Nullable Region region) {
        if (period.first().isAfter(now)) {
            row.error(
                    "growth.future-period",
                    ReturnColumn.PERIOD,
                    "时期 " + period + " 尚未开始",
                    "the period " + period + " has not begun",
                    "核对年份和月份",
                    "the year or month is mistyped");
        }
        if (region != null && !region.isAcceptableIn(period.last())) {
            row.warn(
                    "growth.region-not-valid",
                    ReturnColumn.REGION,
                    region.code() + " " + region.name() + " 在 " + period + " 不是有效的行政区划",
                    region.code() + " " + region.name() + " was not a region in " + period,
                    "核对该地区撤并后的代码",
                    "the region was merged or renamed: look up its code of that year");
        }
    }

    private void checkDuplicate(ReturnRow row, Period period, String code) {
        Seen first = seenOfCode
                .computeIfAbsent(period, _ -> new HashMap<>())
                .putIfAbsent(code, new Seen(row.file(), row.number()));
        if (first == null) return;
        row.error(
                "growth.duplicate",
                ReturnColumn.CREDIT_CODE,
                "同一企业同一时期（" + period + "）出现两次，前一次在 " + first.file() + " 第 " + first.row() + " 行",
                "the enterprise stands twice in " + period + ", before in " + first.file() + ", row " + first.row(),
                "删去其中一行；若为两家企业，核对信用代码",
                "remove one of the two, or one of the credit codes is mistyped");
    }

    private @Nullable Reading figures(ReturnRow row) {
        double output = row.number(ReturnColumn.OUTPUT);
        double base = row.number(ReturnColumn.OUTPUT_BASE);
        double filed = row.number(ReturnColumn.OUTPUT_BASE_FILED);
        boolean negative = isNegative(row, ReturnColumn.OUTPUT, output)
                | isNegative(row, ReturnColumn.OUTPUT_BASE, base)
                | isNegative(row, ReturnColumn.OUTPUT_BASE_FILED, filed);
        Status status = status(row, output, base, filed);
        if (negative || status == null) return null;
        checkUnit(row, output, base);
        return new StatusRules(row, output, base, filed).hold(status)
                ? new Reading(status, zeroIfNone(output), zeroIfNone(base), filed)
                : null;
    }

    private static double zeroIfNone(double figure) {
        return Double.isNaN(figure) ? 0 : figure;
    }

    private static boolean isNegative(ReturnRow row, ReturnColumn column, double figure) {
        if (!(figure < 0)) return false;
        row.error("growth.negative", column, "产值为负", "output is negative", "核对符号", "the sign is mistyped");
        return true;
    }

    /** The status as written; where it is not, what the figures leave no doubt about. */
    private static @Nullable Status status(ReturnRow row, double output, double base, double filed) {
        String text = row.text(ReturnColumn.STATUS);
        if (text == null) {
            if (row.isBlank(ReturnColumn.OUTPUT) && filed > 0 && !(base > 0)) return Status.EXIT;
            return base == 0 && output > 0 ? Status.NEW_PLANT : Status.CONTINUING;
        }
        Optional<Status> status = Status.parse(text);
        if (status.isEmpty()) {
            row.error(
                    "growth.status-unknown",
                    ReturnColumn.STATUS,
                    "没有这种状态",
                    "there is no such status",
                    "填写 continuing（在库）、new_plant（新建投产）、entry（入库）或 exit（退库）",
                    "continuing, new_plant, entry or exit is meant");
        }
        return status.orElse(null);
    }

    private static void checkUnit(ReturnRow row, double output, double base) {
        UnitSlip slip = UnitSlip.find(output, base, AmountUnit.THOUSAND_YUAN);
        if (slip == null || (slip.factor() < LEAST_SLIP && slip.factor() > 1 / LEAST_SLIP)) return;
        row.warn(
                "growth.unit-slip",
                ReturnColumn.OUTPUT,
                "本期与上年同期相差约 " + Numbers.plain(slip.factor()) + " 倍",
                "output and base differ about " + Numbers.plain(slip.factor()) + "-fold",
                "核对计量单位；全表应为同一单位",
                "one of them was filed in another unit; the file must have one throughout");
    }
}
