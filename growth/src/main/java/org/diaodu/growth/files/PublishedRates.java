package org.diaodu.growth.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diaodu.growth.PublishedContributions;
import org.diaodu.growth.PublishedContributions.Rate;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** A published table of growth rates and shares: {@code [period,]code[,name],growth_pct,share_pct|base_share_pct}. */
final class PublishedRates {
    private static final Set<String> TOTAL = Set.of("total", "合计", "总计", "全部", "TOTAL", "Total");
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("period", "时期", "报告期"),
            SheetColumn.text("code", "代码").inEveryRow(),
            SheetColumn.text("name", "名称"),
            SheetColumn.text("growth_pct", "增速").inEverySheet(),
            SheetColumn.text("share_pct", "比重", "现价比重"),
            SheetColumn.text("base_share_pct", "基期比重"));

    private final String period;
    private final List<Rate> rates = new ArrayList<>();
    private boolean baseShares;
    private @Nullable Double totalPct;

    private PublishedRates(@Nullable Period asked) {
        period = asked == null ? "" : asked.iso();
    }

    static PublishedRates read(List<Path> files, @Nullable Period asked, List<Fault> faults) throws IOException, Stop {
        var rates = new PublishedRates(asked);
        for (Path file : files) {
            try (SheetReader reader = SheetReader.open(file, COLUMNS)) {
                rates.baseShares |= reader.has("base_share_pct");
                for (SheetRow row : reader) rates.row(row, reader, asked);
                faults.addAll(reader.faults().list());
            }
        }
        if (rates.totalPct != null || faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR))
            return rates;
        throw new Stop(
                "增速表缺少总体一行（code 填 total）" + (asked == null ? "。" : "，时期 " + asked + "。"),
                "the rates lack the total's row (code total)" + (asked == null ? "." : " of " + asked + ".")
                        + " Maybe add it, or choose another --period.",
                faults);
    }

    private void row(SheetRow row, SheetReader reader, @Nullable Period asked) {
        if (reader.has("period") && asked != null && !asked.equals(IndexTable.period(row))) return;
        String code = row.text("code");
        double growthPct = IndexTable.figure(row, "growth_pct");
        if (code == null) return;
        if (TOTAL.contains(code)) {
            if (totalPct != null) {
                row.fault(
                        "growth.two-totals",
                        Severity.ERROR,
                        "code",
                        new Wording("总体出现两次", "the total stands twice"),
                        new Wording("用 --period 选定一个时期", "choose one period by --period"));
            }
            totalPct = growthPct;
            return;
        }
        String shares = baseShares ? "base_share_pct" : "share_pct";
        if (row.isBlank(shares)) {
            row.fault(
                    "growth.share-missing",
                    Severity.ERROR,
                    shares,
                    new Wording("缺少比重", "the share is missing"),
                    new Wording("填写现价比重 share_pct 或基期比重 base_share_pct", "write share_pct or base_share_pct"));
        }
        String name = row.text("name");
        rates.add(new Rate(code, name == null ? code : name, IndexTable.figure(row, shares), growthPct));
    }

    PublishedOutcome.Table table() {
        double total = totalPct == null ? Double.NaN : totalPct;
        return new PublishedOutcome.Table(
                "total",
                period,
                baseShares
                        ? PublishedContributions.ofBaseShares(total, rates)
                        : PublishedContributions.ofCurrentShares(total, rates));
    }
}
