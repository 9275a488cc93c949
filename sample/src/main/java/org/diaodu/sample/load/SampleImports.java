package org.diaodu.sample.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.sample.Books;
import org.diaodu.sample.ReturnSheet;
import org.diaodu.sample.Slots;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files to try the import with: the missing returns of the open county, once sound and once with a fault in each row. */
@Component
class SampleImports {
    static final String SOUND = "2022-03-missing-returns.xlsx";
    static final String FAULTY = "2022-03-with-faults.csv";

    private final Path folder;

    SampleImports(@Value("${diaodu.data}") Path data) {
        this.folder = data.resolve("import-examples");
    }

    Path write(List<Books> missing, List<Books> others) {
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(folder.resolve(SOUND))) {
                ReturnSheet.xlsx(out, missing, Slots.MARCH_2022);
            }
            try (OutputStream out = Files.newOutputStream(folder.resolve(FAULTY))) {
                ReturnSheet.csv(out, faulty(missing, others));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("SAMPLE-IMPORTS cannot write to " + folder, e);
        }
    }

    private static List<Map<String, String>> faulty(List<Books> missing, List<Books> others) {
        var rows = new ArrayList<Map<String, String>>();
        missing.forEach(books -> rows.add(ReturnSheet.text(books, Slots.MARCH_2022)));
        Map<String, String> first = rows.getFirst();
        rows.add(first);
        rows.add(
                with(first, "credit_code", first.getOrDefault("credit_code", "").substring(0, 17) + "?"));
        rows.add(with(first, "credit_code", "91230100YY0000000X"));
        for (Books books : others.subList(0, Math.min(6, others.size()))) {
            Map<String, String> right = ReturnSheet.text(books, Slots.MARCH_2022);
            rows.add(
                    switch (rows.size() % 6) {
                        case 0 -> with(right, "gross_output_month", "约" + right.get("gross_output_month"));
                        case 1 -> with(right, "sales_output_month", right.get("sales_output_month") + "0000");
                        case 2 -> with(right, "revenue_month", "１２，３４５");
                        case 3 -> with(right, "gross_output_ytd", "1");
                        case 4 -> with(right, "staff_month", "35.5");
                        default -> with(right, "electricity_month", "");
                    });
        }
        return rows;
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        var changed = new HashMap<>(row);
        changed.put(column, value);
        return changed;
    }
}
