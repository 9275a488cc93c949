package org.diaodu.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Parameters;
import org.diaodu.growth.Status;
import org.diaodu.growth.Trees;
import org.diaodu.standards.Period;

/** Reads what {@code diaodu sample} wrote, with nothing of the generator, and computes growth from it. */
public record WrittenFiles(Path directory) {

    /** Growth of a period, all enterprises but these. */
    public GrowthAccount account(String text, Set<String> without) throws IOException {
        Period period = Period.parse(text);
        var rows = Observations.builder(period);
        for (Table.Row row : rows("returns-" + text + ".csv")) {
            if (without.contains(row.text("credit_code"))) {
                continue;
            }
            rows.add(
                            row.text("credit_code"),
                            row.text("name"),
                            row.text("region"),
                            row.text("industry"),
                            Status.parse(row.text("status")).orElseThrow(),
                            number(row.text("output"), 0),
                            number(row.text("output_base"), 0),
                            number(row.text("output_base_filed"), Double.NaN),
                            Map.of())
                    .with("size", row.text("size"))
                    .with("ownership", row.text("ownership"))
                    .with("park", row.text("park"))
                    .with("chain", row.text("chain"))
                    .with("key", row.text("key"));
        }
        var entries = new ArrayList<Parameters.Entry>();
        for (Table.Row row : rows("parameters.csv")) {
            entries.add(new Parameters.Entry(
                    row.text("industry"),
                    Period.parse(row.text("period")),
                    number(row.text("va_rate"), 1),
                    number(row.text("price_index"), 100)));
        }
        return GrowthAccount.of(rows.build(), Parameters.of(entries), Dimension.ALL, Trees.standard());
    }

    private static double number(String text, double absent) {
        return text.isEmpty() ? absent : Double.parseDouble(text);
    }

    private List<Table.Row> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(file));
        String[] head = lines.getFirst().split(",", -1);
        var rows = new ArrayList<Table.Row>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], cells[i]);
            }
            rows.add(new Table.Row(row));
        }
        return rows;
    }
}
