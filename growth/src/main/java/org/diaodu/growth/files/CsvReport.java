package org.diaodu.growth.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;

/** The groups as csv: every digit, UTF-8 with a byte order mark, no cell runs as a formula; first row the total. */
final class CsvReport {
    private static final List<OutColumn> COLUMNS = List.of(
            OutColumn.text("dimension"),
            OutColumn.text("level"),
            OutColumn.text("code"),
            OutColumn.text("name"),
            OutColumn.text("parent"),
            number("enterprises"),
            number("base"),
            number("value"),
            number("growthPct"),
            number("contributionPp"),
            number("shareOfGrowthPct"),
            number("nominalPct"),
            number("pricePp"),
            number("scopePp"));

    private CsvReport() {}

    private static OutColumn number(String heading) {
        return OutColumn.number(heading, "General");
    }

    static String of(GrowthAccount account) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter csv = SheetWriter.csv(bytes)) {
            csv.sheet("growth", COLUMNS);
            Double ratio = account.scope().publishedRatioPct();
            Double growth = account.growthPct();
            csv.row(
                    "total",
                    "",
                    "",
                    "合计",
                    "",
                    account.enterprises(),
                    account.base(),
                    account.value(),
                    growth,
                    growth,
                    growth == null || Math.abs(growth) < 1e-10 ? null : (Double) 100.0,
                    account.nominalPct(),
                    account.pricePp(),
                    ratio == null || growth == null ? null : (Double) (ratio - growth));
            for (Group group : account.groups()) {
                csv.row(
                        group.dimension(),
                        group.level(),
                        group.code(),
                        group.name(),
                        group.parent(),
                        group.enterprises(),
                        group.base(),
                        group.value(),
                        group.growthPct(),
                        group.contributionPp(),
                        group.shareOfGrowthPct(),
                        group.nominalPct(),
                        group.pricePp(),
                        group.scopePp());
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
