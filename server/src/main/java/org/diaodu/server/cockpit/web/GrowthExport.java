package org.diaodu.server.cockpit.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.server.cockpit.GrowthQuery;
import org.diaodu.server.cockpit.GrowthRow;
import org.diaodu.server.cockpit.GrowthTable;
import org.diaodu.server.pages.PageContext;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;

/** Writes a view of growth as a sheet: every line, unrounded, with what it is and where it comes from. */
final class GrowthExport {
    private static final String POINTS = "+0.00;-0.00;0.00";
    private static final String RATE = "+0.0;-0.0;0.0";
    private static final String AMOUNT = "#,##0";
    private final PageContext page;
    private final GrowthTable table;
    private final boolean outside;
    private final String version;

    GrowthExport(PageContext page, GrowthTable table, boolean outside, String version) {
        this.page = page;
        this.table = table;
        this.outside = outside;
        this.version = version;
    }

    void to(SheetWriter sheets) throws IOException {
        GrowthQuery query = table.query();
        sheets.sheet(page.text("growth.axis." + query.by()), columns());
        for (GrowthRow row : table.rows()) sheets.row(cells(row));
        sheets.row(total());
        List<SheetWriter.Note> notes = new ArrayList<>();
        notes.add(note(
                "growth.note.view",
                page.text("growth.title", query.unit().name(), query.period().iso())));
        notes.add(note("growth.note.address", query.address().toString()));
        notes.add(note("growth.note.version", version));
        notes.add(note("growth.note.date", page.businessDate().toString()));
        notes.add(note("growth.note.formula", page.text("formula.growth") + " " + page.text("formula.parts")));
        if (outside) notes.add(note("growth.note.hidden", page.text("growth.export.hidden")));
        if (page.isSample()) notes.add(note("sample", page.text("sample.why")));
        sheets.notes(page.text("growth.notes"), notes);
    }

    private SheetWriter.Note note(String key, String text) {
        return new SheetWriter.Note(page.text(key), text);
    }

    private List<OutColumn> columns() {
        boolean enterprises = table.query().isByEnterprise();
        String points = " (" + page.text("cockpit.unit.points") + ")";
        String thousand = " (" + page.text("unit.thousand") + ")";
        List<OutColumn> columns = new ArrayList<>(List.of(
                OutColumn.text(page.text("growth.column.code")).wide(22),
                OutColumn.text(page.text("growth.axis." + table.query().by())).wide(36),
                OutColumn.text(page.text(enterprises ? "growth.column.about" : "growth.column.note"))
                        .wide(30),
                OutColumn.number(page.text("growth.column.contribution") + points, POINTS),
                OutColumn.number(page.text("growth.column.share") + " (%)", "0.0"),
                OutColumn.number(page.text("growth.column.growth") + " (%)", RATE),
                OutColumn.number(page.text("growth.column.nominal") + " (%)", RATE),
                OutColumn.number(page.text("growth.column.price") + points, POINTS),
                OutColumn.number(page.text("growth.column.base") + thousand, AMOUNT),
                OutColumn.number(page.text("growth.column.value") + thousand, AMOUNT)));
        columns.addAll(
                enterprises
                        ? List.of(
                                OutColumn.number(page.text("growth.column.output") + thousand, AMOUNT),
                                OutColumn.number(page.text("growth.column.outputBase") + thousand, AMOUNT),
                                OutColumn.text(page.text("growth.column.status")))
                        : List.of(
                                OutColumn.number(page.text("growth.column.scope") + points, POINTS),
                                OutColumn.number(page.text("growth.column.enterprises"), AMOUNT)));
        if (table.before() != null) {
            columns.add(OutColumn.number(page.text("growth.column.against") + " (%)", RATE));
            columns.add(OutColumn.number(page.text("growth.column.change") + points, POINTS));
        }
        return columns;
    }

    private @Nullable Object[] cells(GrowthRow row) {
        boolean enterprise = table.query().isByEnterprise();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                enterprise ? row.creditCode() : String.join("*", codes(row)),
                row.name(),
                enterprise ? row.about() : row.suppressed() ? page.text("suppressed.why") : "",
                row.contributionPp(),
                row.sharePct(),
                row.growthPct(),
                row.nominalPct(),
                row.pricePp(),
                row.base(),
                row.value()));
        if (enterprise) {
            cells.add(row.output());
            cells.add(row.outputBase());
            cells.add(
                    row.status() == null
                            ? ""
                            : page.text("status." + row.status().code()));
        } else {
            cells.add(row.scopePp());
            cells.add(row.enterprises());
        }
        if (table.before() != null) {
            cells.add(row.againstPct());
            cells.add(row.changePp());
        }
        return cells.toArray();
    }

    private static List<String> codes(GrowthRow row) {
        return row.codes().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    private @Nullable Object[] total() {
        GrowthAccount account = table.account();
        @Nullable Object[] cells = new Object[columns().size()];
        cells[0] = "";
        cells[1] = page.text("cockpit.total");
        cells[2] = outside && table.query().isByEnterprise() ? page.text("growth.export.noenterprises") : "";
        cells[3] = account.growthPct();
        cells[4] = account.growthPct() == null ? null : (Double) 100.0;
        cells[5] = account.growthPct();
        cells[6] = account.nominalPct();
        cells[7] = account.pricePp();
        cells[8] = account.base();
        cells[9] = account.value();
        if (!table.query().isByEnterprise()) cells[11] = account.enterprises();
        return cells;
    }
}
