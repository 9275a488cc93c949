package org.diaodu.server.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.sheets.SheetWriter;

/** A list sent as a sheet, with where it comes from. */
public final class SheetDownload {

    private SheetDownload() {}

    /** A writer onto the response in the form the address asks for: xlsx, or csv where it ends so. */
    public static SheetWriter asAsked(HttpServletRequest request, HttpServletResponse response, String name)
            throws IOException {
        return to(response, name, !request.getRequestURI().endsWith(".csv"));
    }

    /** A writer onto the response, as xlsx or csv; closing it ends the file. */
    public static SheetWriter to(HttpServletResponse response, String name, boolean xlsx) throws IOException {
        response.setContentType(
                xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + (xlsx ? ".xlsx" : ".csv") + "\"");
        return xlsx ? SheetWriter.xlsx(response.getOutputStream()) : SheetWriter.csv(response.getOutputStream());
    }

    /** The sheet that says whose figures these are, of which day, and what was asked for. */
    public static void notes(SheetWriter out, PageContext page, SheetWriter.Note... more) throws IOException {
        List<SheetWriter.Note> notes = new ArrayList<>();
        notes.add(new SheetWriter.Note("来源 Source", page.text("product.long")));
        notes.add(new SheetWriter.Note("业务日期 Business date", page.businessDate().toString()));
        notes.addAll(List.of(more));
        notes.add(new SheetWriter.Note("条件 View", page.here()));
        out.notes("说明", notes);
    }
}
