package org.diaodu.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;

/** Return files as Parquet, each made from its csv, which is then removed. */
final class ParquetFiles {
    private static final String COLUMNS = """
            {'credit_code': 'VARCHAR', 'name': 'VARCHAR', 'region': 'VARCHAR', 'industry': 'VARCHAR',
             'period': 'VARCHAR', 'output': 'DOUBLE', 'output_base': 'DOUBLE', 'output_base_filed': 'DOUBLE',
             'status': 'VARCHAR', 'size': 'VARCHAR', 'ownership': 'VARCHAR', 'park': 'VARCHAR', 'chain': 'VARCHAR',
             'key': 'VARCHAR'}""";

    private ParquetFiles() {}

    static List<Path> convert(Path directory, List<Path> csvFiles) throws IOException {
        var converted = new ArrayList<Path>();
        try (DuckDb engine = DuckDb.inDirectory(directory, EngineLimits.DEFAULT)) {
            for (Path csv : csvFiles) {
                String from = DuckDb.literal(csv);
                String to = from.substring(0, from.length() - "csv'".length()) + "parquet'";
                engine.execute(
                        "COPY (SELECT * FROM read_csv(" + from + ", header = true, columns = " + COLUMNS + ")) TO " + to
                                + " (FORMAT parquet, COMPRESSION zstd)",
                        List.of());
                Files.delete(csv);
                converted.add(csv.resolveSibling(csv.getFileName().toString().replace(".csv", ".parquet")));
            }
        }
        return converted;
    }
}
