package org.diaodu.server.cockpit.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.server.cockpit.GrowthQuery;
import org.diaodu.server.cockpit.GrowthTable;
import org.diaodu.server.cockpit.GrowthTables;
import org.diaodu.server.pages.PageContext;
import org.diaodu.sheets.SheetWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes a view of growth away as a file. For use inside the unit it holds every figure; with {@code for=outside} what
 * would tell on one enterprise is withheld. Who took what is in the audit log.
 */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
@Transactional
class GrowthExports {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final GrowthFigures figures;
    private final GrowthTables tables;
    private final Place place;
    private final Audit audit;

    GrowthExports(GrowthFigures figures, GrowthTables tables, Place place, Audit audit) {
        this.figures = figures;
        this.tables = tables;
        this.place = place;
        this.audit = audit;
    }

    @GetMapping("/growth.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam Map<String, String> given, @ModelAttribute("page") PageContext page) {
        return file(given, page, "xlsx", XLSX);
    }

    @GetMapping("/growth.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> given, @ModelAttribute("page") PageContext page) {
        return file(given, page, "csv", new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> file(Map<String, String> given, PageContext page, String kind, MediaType type) {
        Unit unit = place.unit(given.getOrDefault("unit", ""));
        GrowthFigures.Snapshot now = figures.of(new Scope(unit.prefix(), null));
        GrowthQuery query =
                GrowthQuery.of(given, unit, GrowthController.latest(now.periods(), page), new ArrayList<>());
        boolean outside = given.getOrDefault("for", "").equals("outside");
        GrowthTable table = outside ? tables.forOutside(query, now) : tables.of(query, now);
        audit.record(
                "growth.export",
                "unit",
                unit.code(),
                null,
                Map.of("address", query.address().toString(), "kind", kind, "outside", outside),
                null);
        String name = "growth-" + unit.code() + "-" + query.period().iso() + (outside ? "-outside." : ".") + kind;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(written(new GrowthExport(page, table, outside, now.version(query.period())), kind));
    }

    private static byte[] written(GrowthExport export, String kind) {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter sheets = kind.equals("xlsx") ? SheetWriter.xlsx(bytes) : SheetWriter.csv(bytes)) {
            export.to(sheets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
