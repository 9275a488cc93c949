package org.diaodu.server.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diaodu.sheets.SheetWriter;

/** A sheet sent as a download. */
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
}
