package org.diaodu.growth.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.diaodu.growth.files.GrowthCommandTest.resource;
import static org.diaodu.growth.files.Ran.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedCommandTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void ratesWithSharesOfNowTellContributions() {
        Ran ran = growth("--published", resource("published-rates.csv"), "--period", "2022-03", "--lang", "zh");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("B     采矿业                 25.020  20.000   5.0040")
                .contains("残差（舍入、权重）                     -0.0031");
    }

    @Test
    void aRateThatIsNotPublishedIsNamedInTheResidual() {
        Ran ran = growth("--published", resource("published-rates.csv"), "--period", "2022-02", "--format", "json");
        assertThat(ran.out()).contains("\"missing\": [\"C\"]");
    }

    /** May 2021 on May 2020: mining 104 → 116, manufacturing 99 → 123, total 102.1 → 118.7. */
    @Test
    void indicesWithWeightsTellContributionsAndTheResidualRow() {
        Ran ran = growth(
                "--published",
                resource("published-indices.csv"),
                "--weights",
                resource("published-weights.csv"),
                "--period",
                "2021-05",
                "--format",
                "csv");
        assertThat(ran.exit()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines.get(1)).startsWith("IND,2021-05,total,,100,");
        assertThat(number(lines.get(1), 6)).isCloseTo((118.7 / 102.1 - 1) * 100, within(1e-9));
        assertThat(number(lines.get(2), 6)).isCloseTo(61.7 * 12 / 102.1, within(1e-9));
        assertThat(number(lines.get(3), 6)).isCloseTo(38.3 * 24 / 102.1, within(1e-9));
        double residual = (118.7 - 102.1 - .617 * 12 - .383 * 24) / 102.1 * 100;
        assertThat(lines.get(4)).startsWith("IND,2021-05,residual,");
        assertThat(number(lines.get(4), 6)).isCloseTo(residual, within(1e-9));
    }

    private static double number(String line, int column) {
        return Double.parseDouble(line.split(",", -1)[column]);
    }

    @Test
    void aYearToDateIsTheMeanOfItsMonths() throws IOException {
        IndexTable table = IndexTable.read(List.of(resource("published-indices.csv")), new ArrayList<>());
        assertThat(table.at("MIN", Period.parse("2021-01..2021-03"))).isEqualTo(113);
        assertThat(table.at("MAN", Period.parse("2021"))).isNaN();
    }

    @Test
    void weightsByYearAreChainedByAnnualOverlap() throws IOException {
        var indices = new StringBuilder("period,total,A,B\n");
        for (int month = 0; month < 36; month++) {
            double a = 100 + month;
            double b = 100 + 2 * month;
            indices.append("%d-%02d,NA,%s,%s%n".formatted(2019 + month / 12, month % 12 + 1, a, b));
        }
        Path file = Files.writeString(directory.resolve("i.csv"), indices);
        Path weights = Files.writeString(
                directory.resolve("w.csv"), "code,year,weight_percent\nA,2019,50\nB,2019,50\nA,2020,40\nB,2020,60\n");
        Ran ran = growth("--published", file, "--weights", weights, "--period", "2021-06", "--format", "json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("\"method\": \"annual-overlap\"")
                .containsPattern("\"residualPp\": -?\\d\\.\\d+E-1\\d|\"residualPp\": 0.0");
        assertThat(growth("--published", file, "--weights", weights, "--period", "2020-06", "--lang", "en")
                        .err())
                .contains("no indices or weights of total for 2020-06");
    }

    @Test
    void valuesAndPricesAreSplitByTheMethodAskedFor() {
        Path values = resource("published-values.csv");
        assertThat(growth("--published", values, "--format", "json").out()).contains("\"growthPct\": 6.3497406710598");
        assertThat(growth("--published", values, "--method", "bennet", "--format", "json")
                        .out())
                .contains("\"change\": 25.0,")
                .contains("\"volume\": 18.0, \"price\": -42.0}");
        assertThat(growth("--published", values, "--method", "paasche", "--lang", "en")
                        .err())
                .contains("Maybe fisher, bennet or montgomery-vartia");
    }

    @Test
    void aWeightWithoutItsIndexIsAnsweredWithTheNearest() throws IOException {
        Path weights = Files.writeString(directory.resolve("w.csv"), "code,weight_percent\nMIM,60\nMAN,40\n");
        Ran ran = growth("--published", resource("published-indices.csv"), "--weights", weights, "--lang", "en");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("[growth.index-unknown] w.csv, row 2").contains("MIN is meant");
    }

    /**
     * Production in industry of 28 countries (Eurostat, calendar adjusted, weights of 2019), every month from January
     * 2013 to June 2019. The data lies beside the project, not in it.
     */
    @Test
    void eurostatContributionsMissThePublishedGrowthByLittle() {
        Path data =
                Path.of("..", "..", "shared", "data", "growth").toAbsolutePath().normalize();
        for (Path up = Path.of("").toAbsolutePath(); up != null && !Files.exists(data); up = up.getParent()) {
            data = up.resolve("shared/data/growth");
        }
        Assumptions.assumeTrue(
                Files.exists(data), "skipped: the Eurostat tables (shared/data/growth) are not beside the project");
        Ran ran = growth(
                "--published",
                data.resolve("eurostat_pi_caladj.csv"),
                "--weights",
                data.resolve("eurostat_weights_2019.csv"),
                "--since",
                "2013-01",
                "--period",
                "2019-06",
                "--format",
                "csv");
        assertThat(ran.exit()).isZero();
        assertThat(largestResidual(ran.out(), "EU28")).isBetween(0.1, 0.16);
        assertThat(largestResidual(ran.out(), "EA19")).isBetween(0.1, 0.24);
    }

    private static double largestResidual(String csv, String aggregate) {
        return csv.lines()
                .filter(line -> line.startsWith(aggregate + ",") && line.contains(",residual,"))
                .mapToDouble(line -> Math.abs(Double.parseDouble(line.substring(line.lastIndexOf(',') + 1))))
                .max()
                .orElseThrow();
    }
}
