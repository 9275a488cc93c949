package org.diaodu.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {

    static final List<Column> COLUMNS =
            List.of(Column.text("credit_code"), Column.text("region"), Column.real("output"), Column.whole("staff"));

    @TempDir
    Path root;

    @Test
    void whatIsWrittenIsReadBack() {
        try (Lake lake = Lake.open(root)) {
            Table table = lake.table("observation", 1, COLUMNS);
            Manifest.Version version = table.write("2022-03", "closed", sink -> {
                sink.add("A", "230102", 1.5, 10L);
                sink.add("B", null, null, null);
            });

            assertThat(version.rows()).isEqualTo(2);
            assertThat(table.current("2022-03")).contains(version);
            assertThat(lake.sql()
                            .query(
                                    "SELECT credit_code, output, period FROM " + table.relation(List.of(version))
                                            + " WHERE region = ?",
                                    List.of("230102"),
                                    row -> row.text("credit_code") + row.real("output") + row.text("period")))
                    .containsExactly("A1.52022-03");
            assertThat(lake.verify()).isEmpty();
        }
    }
}
