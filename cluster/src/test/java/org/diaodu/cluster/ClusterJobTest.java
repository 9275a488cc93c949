package org.diaodu.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterJobTest {

    @TempDir
    Path folder;

    @Test
    void aStatementThatCannotRunIsSaidBeforeAnyWorkIsDone() throws Exception {
        try (DuckDb duck = DuckDb.inDirectory(folder, EngineLimits.DEFAULT)) {
            duck.execute("COPY (SELECT 1 AS id) TO '" + folder.resolve("t.parquet") + "' (FORMAT parquet)", List.of());
        }
        Path plan = Files.writeString(folder.resolve("plan.json"), """
                {"tables": {"t": ["t.parquet"]}, "out": "results",
                 "statements": [{"name": "good", "sql": "SELECT id FROM t"}, {"name": "bad", "sql": "SELECT idd FROM t"}]}""");

        Ran ran = Ran.of("run", plan.toString(), "--engine", "local[1]");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("cluster.sql: statement bad", "`idd`", "Did you mean", "`id`");
        assertThat(folder.resolve("results/good")).doesNotExist();

        Files.writeString(plan, Files.readString(plan).replace("idd", "id / 0 AS id"));
        ran = Ran.of("run", plan.toString(), "--engine", "local[1]");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("[1/2] good: 1 rows", "cluster.sql: statement bad", "DIVIDE_BY_ZERO");
        assertThat(folder.resolve("results/good/_SUCCESS")).exists();
        assertThat(folder.resolve("results/bad")).doesNotExist();
        assertThat(folder.resolve("results/.bad.writing")).doesNotExist();
    }
}
