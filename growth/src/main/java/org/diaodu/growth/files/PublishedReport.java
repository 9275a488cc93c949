package org.diaodu.growth.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.growth.PriceVolumeSplit;
import org.diaodu.growth.PublishedContributions;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;

/** What published tables tell, as text, csv and JSON; the residual is a row of its own everywhere. */
final class PublishedReport {
    private PublishedReport() {}

    static String table(PublishedOutcome outcome, Language language) {
        var text = new StringBuilder();
        if (outcome.split() != null) return split(outcome, outcome.split(), language);
        String last = outcome.tables().getLast().period();
        outcome.tables().stream()
                .filter(table -> table.period().equals(last))
                .forEach(table -> text.append(contributions(table, language)).append('\n'));
        if (outcome.tables().stream().anyMatch(table -> !table.period().equals(last))) {
            text.append(misses(outcome, language));
        }
        return text.toString();
    }

    private static String contributions(PublishedOutcome.Table table, Language language) {
        PublishedContributions found = table.contributions();
        var rows = new TextTable(
                2,
                language.say("代码", "code"),
                language.say("名称", "name"),
                language.say("基期比重%", "base share %"),
                language.say("增速%", "growth %"),
                language.say("拉动", "contribution"));
        found.rows().stream()
                .sorted(Comparator.comparingDouble(PublishedContributions.Row::contributionPp)
                        .reversed())
                .forEach(row -> rows.row(
                        row.code(),
                        row.name(),
                        Numbers.rounded(row.baseSharePct(), 3),
                        Numbers.rounded(row.growthPct(), 3),
                        Numbers.rounded(row.contributionPp(), 4)));
        rows.row("", residualName(found, language), "", "", Numbers.rounded(found.residualPp(), 4));
        rows.row(
                "",
                language.say("总体", "total"),
                "",
                Numbers.rounded(found.growthPct(), 3),
                Numbers.rounded(found.growthPct(), 4));
        return table.aggregate() + " " + table.period() + "\n" + rows;
    }

    private static String residualName(PublishedContributions found, Language language) {
        return language.say("残差（舍入、权重）", "residual (rounding, weights)")
                + (found.missing().isEmpty()
                        ? ""
                        : language.say("，缺 ", ", missing ") + String.join(" ", found.missing()));
    }

    private static String misses(PublishedOutcome outcome, Language language) {
        var rows = new TextTable(
                2,
                language.say("总体", "total"),
                language.say("残差最大的时期", "largest residual in"),
                language.say("时期数", "periods"),
                language.say("最大残差", "largest residual"),
                language.say("平均绝对残差", "mean absolute"));
        outcome.misses()
                .forEach(miss -> rows.row(
                        miss.aggregate(),
                        miss.largestAt(),
                        String.valueOf(miss.periods()),
                        Numbers.rounded(miss.largestPp(), 4),
                        Numbers.rounded(miss.meanAbsolutePp(), 4)));
        return rows.toString();
    }

    private static String split(PublishedOutcome outcome, PriceVolumeSplit split, Language language) {
        var rows = new TextTable(
                2,
                language.say("代码", "code"),
                language.say("名称", "name"),
                language.say("物量", "volume"),
                language.say("价格", "price"));
        split.rows()
                .forEach(row -> rows.row(
                        row.code(), row.name(), Numbers.rounded(row.volume(), 4), Numbers.rounded(row.price(), 4)));
        double volume =
                split.rows().stream().mapToDouble(PriceVolumeSplit.Row::volume).sum();
        double price =
                split.rows().stream().mapToDouble(PriceVolumeSplit.Row::price).sum();
        rows.row("", language.say("合计", "total"), Numbers.rounded(volume, 4), Numbers.rounded(price, 4));
        return outcome.method() + language.say("：变化 ", ": change ") + Numbers.rounded(split.change(), 4)
                + language.say("，残差 ", ", residual ") + split.residual() + "\n" + rows;
    }

    static String csv(PublishedOutcome outcome) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter csv = SheetWriter.csv(bytes)) {
            if (outcome.split() != null) csvOfSplit(csv, outcome.split());
            else csvOfTables(csv, outcome.tables());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void csvOfTables(SheetWriter csv, List<PublishedOutcome.Table> tables) throws IOException {
        csv.sheet(
                "published",
                List.of(
                        OutColumn.text("aggregate"),
                        OutColumn.text("period"),
                        OutColumn.text("code"),
                        OutColumn.text("name"),
                        number("baseSharePct"),
                        number("growthPct"),
                        number("contributionPp")));
        for (PublishedOutcome.Table table : tables) {
            PublishedContributions found = table.contributions();
            String total = table.aggregate();
            csv.row(total, table.period(), "total", "", 100, found.growthPct(), found.growthPct());
            for (PublishedContributions.Row row : found.rows()) {
                csv.row(
                        total,
                        table.period(),
                        row.code(),
                        row.name(),
                        row.baseSharePct(),
                        row.growthPct(),
                        row.contributionPp());
            }
            csv.row(
                    total,
                    table.period(),
                    "residual",
                    String.join(" ", found.missing()),
                    null,
                    null,
                    found.residualPp());
        }
    }

    private static void csvOfSplit(SheetWriter csv, PriceVolumeSplit split) throws IOException {
        csv.sheet("split", List.of(OutColumn.text("code"), OutColumn.text("name"), number("volume"), number("price")));
        for (PriceVolumeSplit.Row row : split.rows()) csv.row(row.code(), row.name(), row.volume(), row.price());
    }

    private static OutColumn number(String heading) {
        return OutColumn.number(heading, "General");
    }

    static String json(PublishedOutcome outcome) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("method", outcome.method());
        if (outcome.split() != null) {
            json.put("change", outcome.split().change());
            json.put("residual", outcome.split().residual());
            json.put(
                    "groups",
                    outcome.split().rows().stream()
                            .map(row -> ordered(
                                    "code",
                                    row.code(),
                                    "name",
                                    row.name(),
                                    "volume",
                                    row.volume(),
                                    "price",
                                    row.price()))
                            .toList());
            return JsonText.of(json);
        }
        json.put(
                "totals",
                outcome.misses().stream()
                        .map(miss -> ordered(
                                "aggregate", miss.aggregate(),
                                "periods", miss.periods(),
                                "largestResidualPp", miss.largestPp(),
                                "largestResidualAt", miss.largestAt(),
                                "meanAbsoluteResidualPp", miss.meanAbsolutePp()))
                        .toList());
        json.put(
                "published",
                outcome.tables().stream().map(PublishedReport::json).toList());
        return JsonText.of(json);
    }

    private static Map<String, @Nullable Object> json(PublishedOutcome.Table table) {
        PublishedContributions found = table.contributions();
        return ordered(
                "aggregate", table.aggregate(),
                "period", table.period(),
                "growthPct", found.growthPct(),
                "residualPp", found.residualPp(),
                "missing", found.missing(),
                "groups",
                        found.rows().stream()
                                .map(row -> ordered(
                                        "code", row.code(),
                                        "name", row.name(),
                                        "baseSharePct", row.baseSharePct(),
                                        "growthPct", row.growthPct(),
                                        "contributionPp", row.contributionPp()))
                                .toList());
    }

    private static Map<String, @Nullable Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        return map;
    }
}
