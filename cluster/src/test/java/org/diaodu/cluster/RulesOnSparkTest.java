package org.diaodu.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.lake.RowReader;
import org.diaodu.rules.bulk.CaseRows;
import org.diaodu.rules.differential.BulkEngine;
import org.diaodu.rules.differential.Differential;
import org.diaodu.rules.differential.Drawing;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.sql.SparkDialect;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The differential test of the rules on Spark: the same models and cases, the cases in Parquet. Repeated and lengthened by
 * the properties of {@link Drawing}.
 */
class RulesOnSparkTest {

    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final int CASES = 40;

    @TempDir
    Path folder;

    @Test
    void everyDrawnModelIsAnsweredOnSparkAsInTheProcess() {
        String difference = null;
        try (DuckDb duck = DuckDb.inDirectory(folder, EngineLimits.DEFAULT);
                SparkEngine spark = SparkEngine.on("local[2]")) {
            Differential differential = new Differential(
                    List.of(new BulkEngine(
                            new SparkDialect(), new OnSpark(duck, spark, folder.resolve("cases.parquet")))),
                    null,
                    CASES);
            Drawing drawing = Drawing.lasting(USUAL);
            for (long n = drawing.seed(); difference == null && drawing.goesOn(); n++) {
                difference = differential.difference(n);
            }
            System.out.println("differential on Spark " + differential.counts());
        }
        assertThat(difference).as(difference).isNull();
    }

    private record OnSpark(DuckDb duck, SparkEngine spark, Path file) implements BulkEngine.Runs {

        @Override
        public boolean lay(List<Input> columns, List<Map<String, @Nullable Object>> rows) {
            duck.execute(
                    "COPY (" + CaseRows.sql(new DuckDbDialect(), columns, new ArrayList<>(rows)) + ") TO '" + file
                            + "' (FORMAT parquet)",
                    List.of());
            spark.view(BulkEngine.CASES, List.of("file:" + file));
            return true;
        }

        @Override
        public <T> List<T> query(String sql, RowReader<T> reader) {
            return spark.query(sql, List.of(), reader);
        }
    }
}
