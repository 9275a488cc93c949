package org.diaodu.growth.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.growth.PricedPart;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;

/** A table of values and prices of two periods: {@code code[,name],value_base,price_base,value,price}. */
final class PublishedValues {
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("code", "代码").inEveryRow(),
            SheetColumn.text("name", "名称"),
            SheetColumn.decimal("value_base", "基期价值").inEverySheet(),
            SheetColumn.decimal("price_base", "基期价格").inEverySheet(),
            SheetColumn.decimal("value", "报告期价值").inEverySheet(),
            SheetColumn.decimal("price", "报告期价格").inEverySheet());

    private PublishedValues() {}

    /** An empty value is 0: the part was not there. */
    static List<PricedPart> read(List<Path> files, List<Fault> faults) throws IOException {
        var parts = new ArrayList<PricedPart>();
        for (Path file : files) {
            try (SheetReader reader = SheetReader.open(file, COLUMNS)) {
                for (SheetRow row : reader) {
                    String code = row.text("code");
                    if (code == null) continue;
                    String name = row.text("name");
                    parts.add(new PricedPart(
                            code,
                            name == null ? code : name,
                            zeroIfNone(row.real("value_base")),
                            zeroIfNone(row.real("price_base")),
                            zeroIfNone(row.real("value")),
                            zeroIfNone(row.real("price"))));
                }
                faults.addAll(reader.faults().list());
            }
        }
        return parts;
    }

    private static double zeroIfNone(double figure) {
        return Double.isNaN(figure) ? 0 : figure;
    }
}
