package org.diaodu.growth.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.growth.ChainFisher;
import org.diaodu.growth.PriceVolumeSplit;
import org.diaodu.growth.PricedPart;
import org.diaodu.growth.PublishedContributions;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** One run on published tables; which form they have is told by their headings (docs/formats/growth.md). */
record PublishedRun(
        List<Path> files,
        @Nullable Path weightFile,
        @Nullable Period asked,
        @Nullable Period since,
        @Nullable String aggregate,
        String method) {

    PublishedOutcome outcome(Consumer<List<Fault>> say) throws Stop, IOException {
        var faults = new ArrayList<Fault>();
        PublishedOutcome outcome = weightFile != null ? indices(weightFile, faults) : table(faults);
        say.accept(faults);
        return outcome;
    }

    private PublishedOutcome indices(Path weightsFrom, List<Fault> faults) throws Stop, IOException {
        IndexTable indices = IndexTable.read(files, faults);
        stopOnErrors(faults);
        WeightTable weights = WeightTable.read(weightsFrom, indices.columns(), faults);
        stopOnErrors(faults);
        return new PublishedIndices(indices, weights, asked, since, aggregate).outcome();
    }

    private PublishedOutcome table(List<Fault> faults) throws Stop, IOException {
        try (SheetReader reader = SheetReader.open(files.getFirst(), probe())) {
            if (reader.has("growth_pct")) return rates(faults);
            if (reader.has("value_base")) return values(faults);
        }
        throw new Stop(
                "认不出公布表的形式：增速表需 code,growth_pct,share_pct；数值表需 code,value_base,price_base,value,price；"
                        + "指数表需同时给 --weights。",
                "the form of the published table is not known: rates have code,growth_pct,share_pct; values have"
                        + " code,value_base,price_base,value,price; indices need --weights. Maybe a heading is mistyped.");
    }

    private static List<SheetColumn> probe() {
        return List.of(
                SheetColumn.text("code", "代码"), SheetColumn.text("growth_pct", "增速"), SheetColumn.text("value_base"));
    }

    private PublishedOutcome rates(List<Fault> faults) throws Stop, IOException {
        PublishedRates rates = PublishedRates.read(files, asked, faults);
        stopOnErrors(faults);
        try {
            return PublishedOutcome.of("rates", List.of(rates.table()));
        } catch (IllegalArgumentException e) {
            throw new Stop(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()), faults);
        }
    }

    private PublishedOutcome values(List<Fault> faults) throws Stop, IOException {
        List<PricedPart> parts = PublishedValues.read(files, faults);
        stopOnErrors(faults);
        try {
            return switch (method) {
                case "fisher" -> {
                    PublishedContributions fisher = ChainFisher.of(parts);
                    yield PublishedOutcome.of(method, List.of(new PublishedOutcome.Table("total", "", fisher)));
                }
                case "bennet" -> new PublishedOutcome(method, List.of(), PriceVolumeSplit.bennet(parts));
                case "montgomery-vartia" ->
                    new PublishedOutcome(method, List.of(), PriceVolumeSplit.montgomeryVartia(parts));
                default ->
                    throw new Stop(
                            "--method 没有“" + method + "”，可用 fisher、bennet、montgomery-vartia。",
                            "--method: there is no \"" + method + "\". Maybe fisher, bennet or montgomery-vartia.");
            };
        } catch (IllegalArgumentException e) {
            throw new Stop(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()), faults);
        }
    }

    private static void stopOnErrors(List<Fault> faults) throws Stop {
        if (faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR)) return;
        throw new Stop("公布表有错误，未做计算。", "the published tables have errors, nothing was computed.", faults);
    }
}
