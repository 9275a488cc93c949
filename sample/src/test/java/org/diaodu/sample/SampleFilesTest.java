package org.diaodu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.GrowthAccount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Reads the written files back with nothing of the generator and computes growth from them. */
class SampleFilesTest {
    @TempDir
    static Path directory;

    @BeforeAll
    static void write() {
        assertThat(run("--out", directory.toString())).isZero();
    }

    @Test
    void theFirstQuarterOf2022GrowsByEightPointOnePerCent() throws IOException {
        assertThat(growthPct("2022-01..2022-03")).isCloseTo(8.1, within(0.005));
    }

    @Test
    void marchGrowsByTenPointThreePerCent() throws IOException {
        assertThat(growthPct("2022-03")).isCloseTo(10.3, within(0.005));
    }

    @Test
    void theEpidemicIsSeenAndOvercome() throws IOException {
        assertThat(growthPct("2019-01..2019-12")).isBetween(2.0, 4.0);
        assertThat(growthPct("2020-01..2020-03")).isBetween(-10.0, -6.0);
        assertThat(growthPct("2020-01..2020-12")).isBetween(0.5, 3.0);
        assertThat(growthPct("2021-01..2021-03")).isBetween(11.0, 15.0);
        assertThat(growthPct("2021-01..2021-12")).isBetween(6.0, 9.0);
    }

    @Test
    void contributionsAddUpAlongEveryDimension() throws IOException {
        GrowthAccount account = account("2022-01..2022-03");
        assertThat(account.residualPp()).isCloseTo(0, within(1e-9));
        assertThat(account.enterprises()).isEqualTo(4000);
        assertThat(account.groups(Dimension.REGION, "prefecture")).hasSize(13);
        assertThat(account.groups(Dimension.INDUSTRY, "division")).hasSize(41);
        assertThat(account.scope().exits()).isPositive();
        assertThat(account.scope().entries()).isPositive();
        assertThat(account.scope().newPlants()).isPositive();
        assertThat(account.scope().restatements()).isPositive();
    }

    @Test
    void theSameSeedWritesTheSameBytes(@TempDir Path first, @TempDir Path second, @TempDir Path other)
            throws IOException {
        assertThat(run("--out", first.toString(), "--enterprises", "300", "--months", "13"))
                .isZero();
        assertThat(run("--out", second.toString(), "--enterprises", "300", "--months", "13"))
                .isZero();
        assertThat(run("--out", other.toString(), "--enterprises", "300", "--months", "13", "--seed", "5"))
                .isZero();
        try (Stream<Path> files = Files.list(first)) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(3 + 12 + 11);
            for (Path file : written) {
                assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        assertThat(Files.mismatch(first.resolve("enterprises.csv"), other.resolve("enterprises.csv")))
                .isNotEqualTo(-1);
    }

    @Test
    void parquetReplacesTheCsv(@TempDir Path out) {
        assertThat(run("--out", out.toString(), "--enterprises", "300", "--months", "1", "--format", "parquet"))
                .isZero();
        assertThat(out.resolve("returns-2022-03.parquet")).isNotEmptyFile();
        assertThat(out.resolve("returns-2022-03.csv")).doesNotExist();
    }

    @Test
    void whatCannotBeMadeIsSaidWithAdvice(@TempDir Path out) {
        var errors = new StringWriter();
        int status = new CommandLine(new SampleCommand())
                .setErr(new PrintWriter(errors))
                .execute("--out", out.toString(), "--months", "60");
        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).contains("SAMPLE-MONTHS", "60", "Maybe --months 13");
    }

    private static int run(String... arguments) {
        var ignored = new PrintWriter(new StringWriter());
        return new CommandLine(new SampleCommand())
                .setOut(ignored)
                .setErr(ignored)
                .execute(arguments);
    }

    private static double growthPct(String period) throws IOException {
        return Objects.requireNonNull(account(period).growthPct());
    }

    private static GrowthAccount account(String period) throws IOException {
        return new WrittenFiles(directory).account(period, Set.of());
    }
}
