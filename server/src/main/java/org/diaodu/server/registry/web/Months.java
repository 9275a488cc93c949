package org.diaodu.server.registry.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.diaodu.server.pages.Problem;

/** Months as forms and addresses write them: 2022-03. */
final class Months {

    private Months() {}

    static YearMonth parse(String text, YearMonth otherwise) {
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            return YearMonth.parse(text.strip());
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "RG31", "“" + text + "”不是月份，请写作 2022-03。", "\"" + text + "\" is not a month. Maybe 2022-03.");
        }
    }
}
