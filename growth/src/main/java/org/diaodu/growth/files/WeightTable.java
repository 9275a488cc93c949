package org.diaodu.growth.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Nearest;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/** Weights of published indices: {@code [aggregate,]code[,name][,year],weight_percent}. */
final class WeightTable {
    private static final double PARTITION_TOLERANCE = 0.5;

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("aggregate", "总体", "合计"),
            SheetColumn.text("code", "代码", "country", "industry", "region", "component")
                    .inEveryRow(),
            SheetColumn.text("name", "名称"),
            SheetColumn.whole("year", "年份", "权重年份"),
            SheetColumn.decimal("weight_percent", "权重", "weight", "weight_pct", "share_pct")
                    .inEveryRow());

    /** A part's weight in a total; {@code year} is the year whose values the weights are shares of, null if one for all. */
    record Weight(
            String aggregate,
            String code,
            String name,
            @Nullable Integer year,
            double percent) {}

    private final List<Weight> weights;

    private WeightTable(List<Weight> weights) {
        this.weights = List.copyOf(weights);
    }

    static WeightTable read(Path file, Set<String> indices, List<Fault> faults) throws IOException {
        var weights = new ArrayList<Weight>();
        var seen = new HashSet<List<String>>();
        try (SheetReader reader = SheetReader.open(file, COLUMNS)) {
            for (SheetRow row : reader) {
                Weight weight = weight(row, indices);
                if (weight == null) continue;
                if (seen.add(List.of(weight.aggregate(), weight.code(), String.valueOf(weight.year())))) {
                    weights.add(weight);
                } else {
                    row.fault(
                            "growth.duplicate-weight",
                            Severity.ERROR,
                            "code",
                            new Wording("权重重复", "the part has two weights"),
                            new Wording("删去其中一行", "remove one of the two"));
                }
            }
            faults.addAll(reader.faults().list());
        }
        return new WeightTable(weights);
    }

    private static @Nullable Weight weight(SheetRow row, Set<String> indices) {
        String aggregate = row.text("aggregate");
        String code = row.text("code");
        String name = row.text("name");
        Long year = row.whole("year");
        double percent = row.real("weight_percent");
        if (percent < 0) {
            row.fault(
                    "growth.negative-weight",
                    Severity.ERROR,
                    "weight_percent",
                    new Wording("权重为负", "the weight is negative"),
                    new Wording("核对符号", "the sign is mistyped"));
        }
        if (code != null && !indices.contains(code)) {
            String nearest = Nearest.to(code, indices);
            row.fault(
                    "growth.index-unknown",
                    Severity.ERROR,
                    "code",
                    new Wording("指数表中没有这一列", "the index table has no such column"),
                    nearest == null
                            ? new Wording("核对代码", "the code is mistyped")
                            : new Wording("是否应为 " + nearest, nearest + " is meant"));
        }
        if (code == null || !row.sound()) return null;
        return new Weight(
                aggregate == null ? "total" : aggregate,
                code,
                name == null ? code : name,
                year == null ? null : year.intValue(),
                percent);
    }

    List<String> aggregates() {
        return weights.stream().map(Weight::aggregate).distinct().toList();
    }

    /** Whether the weights change from year to year. */
    boolean isChained() {
        return weights.stream().anyMatch(weight -> weight.year() != null);
    }

    /** The weights of a total in a year; with null those that hold for every year. */
    List<Weight> of(String aggregate, @Nullable Integer year) {
        return weights.stream()
                .filter(weight -> weight.aggregate().equals(aggregate) && (year == null || year.equals(weight.year())))
                .toList();
    }

    /** The totals whose weights do not come to 100 % within half a point. */
    List<String> incomplete() {
        return aggregates().stream()
                .filter(aggregate -> weights.stream()
                        .filter(weight -> weight.aggregate().equals(aggregate))
                        .collect(Collectors.groupingBy(
                                weight -> String.valueOf(weight.year()), Collectors.summingDouble(Weight::percent)))
                        .values()
                        .stream()
                        .anyMatch(sum -> Math.abs(sum - 100) > PARTITION_TOLERANCE))
                .toList();
    }
}
