package org.diaodu.server.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;

/** A list as a sheet: its title, and by column the heading and what a row says in it. */
public final class Sheet<R> {

    private final String title;
    private final List<OutColumn> columns = new ArrayList<>();
    private final List<Function<R, ? extends @Nullable Object>> cells = new ArrayList<>();

    public Sheet(String title) {
        this.title = title;
    }

    public Sheet<R> column(OutColumn column, Function<R, ? extends @Nullable Object> cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    /** A column of text, as wide as its heading. */
    public Sheet<R> text(String heading, Function<R, ? extends @Nullable Object> cell) {
        return column(OutColumn.text(heading), cell);
    }

    /** A column of text, so many characters wide. */
    public Sheet<R> text(String heading, int width, Function<R, ? extends @Nullable Object> cell) {
        return column(OutColumn.text(heading).wide(width), cell);
    }

    public Sheet<R> number(String heading, String format, Function<R, ? extends @Nullable Object> cell) {
        return column(OutColumn.number(heading, format), cell);
    }

    public Sheet<R> date(String heading, Function<R, ? extends @Nullable Object> cell) {
        return column(OutColumn.date(heading), cell);
    }

    /** Answers with every row in the form the address asks for, and says where they come from. */
    public void send(
            String file,
            Consumer<Consumer<R>> rows,
            PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (SheetWriter out = SheetDownload.asAsked(request, response, file)) {
            write(out, rows);
            SheetDownload.notes(out, page);
        }
    }

    public void write(SheetWriter out, Consumer<Consumer<R>> rows) throws IOException {
        out.sheet(title, columns);
        rows.accept(row -> {
            try {
                out.row(cells.stream().map(cell -> cell.apply(row)).toArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
