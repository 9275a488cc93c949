package org.diaodu.bench;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.server.returns.Column;
import org.diaodu.server.returns.ReturnRow;
import org.jspecify.annotations.Nullable;

/** The figures of returns as the rows of a bare table, in the text form of COPY. */
final class BareFigures {
    static final String TABLE = """
            create temp table bare (credit_code text, item text, month_value numeric(18, 3), ytd_value numeric(18, 3),
                month_base numeric(18, 3), ytd_base numeric(18, 3))
            """;

    private BareFigures() {}

    static String text(List<ReturnRow> rows) {
        var text = new StringBuilder();
        for (ReturnRow row : rows) {
            row.figures().byItem().forEach((item, figure) -> {
                text.append(row.creditCode()).append('\t').append(item);
                for (Column column : Column.values()) {
                    @Nullable BigDecimal value = figure.value(column);
                    text.append('\t').append(value == null ? "\\N" : value.toPlainString());
                }
                text.append('\n');
            });
        }
        return text.toString();
    }
}
