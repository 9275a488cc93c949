package org.diaodu.server.pairing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.pairing.PairedEnterprise;
import org.diaodu.server.registry.Regional;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;

/** The list of pairings as a sheet. */
final class PairingSheets {

    private PairingSheets() {}

    static void pairings(SheetWriter out, PageContext page, Consumer<Consumer<PairedEnterprise>> source)
            throws IOException {
        out.sheet(
                "包联",
                List.of(
                        OutColumn.text("统一社会信用代码").wide(22),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("规模"),
                        OutColumn.text("包联人"),
                        OutColumn.text("职务").wide(24),
                        OutColumn.text("单位").wide(20),
                        OutColumn.text("包联起始"),
                        OutColumn.text("最近走访"),
                        OutColumn.text("未走访天数"),
                        OutColumn.text("待办后续")));
        source.accept(line -> row(out, page.businessDate(), line));
        SheetDownload.notes(out, page);
    }

    private static void row(SheetWriter out, LocalDate today, PairedEnterprise line) {
        Long days = line.daysWaiting(today);
        try {
            out.row(
                    line.creditCode(),
                    line.name(),
                    Regional.name(line.region()),
                    line.size() == null ? "" : line.size().zh(),
                    text(line.leaderName()),
                    text(line.post()),
                    text(line.unitName()),
                    text(line.since()),
                    text(line.lastVisit()),
                    text(days),
                    "" + line.openFollowUps());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
