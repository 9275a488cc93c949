package org.diaodu.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.lake.RowReader;
import org.diaodu.rules.bulk.CaseRows;
import org.diaodu.rules.differential.BulkEngine;
import org.diaodu.rules.differential.Differential;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.sql.SparkDialect;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The differential test of the rules on Spark: the same models and cases, the cases in Parquet. Repeated and lengthened by
 * the same properties, {@code diaodu.differential.seed} and {@code diaodu.differential.minutes}.
 */
class RulesOnSparkTest {

    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final int CASES = 40;

    @TempDir
    Path folder;

    @Test
    void everyDrawnModelIsAnsweredOnSparkAsInTheProcess() {
        long seed = Long.getLong(
                "diaodu.differential.seed",
                System.getenv("CI") != null ? 20_220_425L : new SplittableRandom().nextLong(1_000_000_000_000L));
        Duration length = Integer.getInteger("diaodu.differential.minutes") instanceof Integer minutes
                ? Duration.ofMinutes(minutes)
                : USUAL;
        System.out.println("differential seed " + seed);
        String difference = null;
        try (DuckDb duck = DuckDb.inDirectory(folder, EngineLimits.DEFAULT);
                SparkEngine spark = SparkEngine.on("local[2]")) {
            Differential differential = new Differential(
                    List.of(new BulkEngine(
                            new SparkDialect(), new OnSpark(duck, spark, folder.resolve("cases.parquet")))),
                    null,
                    CASES);
            Instant end = Instant.now().plus(length);
            for (long n = seed; difference == null && Instant.now().isBefore(end); n++) {
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
