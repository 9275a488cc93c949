package org.diaodu.growth.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.growth.files.Ran.growth;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.EngineLimits;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The month of WorkedExampleTest, where its arithmetic is written out, as files. */
class GrowthCommandTest {
    @TempDir
    private Path directory = Path.of("");

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(GrowthCommandTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Path RETURNS = resource("returns.csv");
    private static final Path PARAMETERS = resource("parameters.csv");

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static String json(Object... more) {
        Object[] arguments = Arrays.copyOf(more, more.length + 6);
        System.arraycopy(
                new Object[] {"--parameters", PARAMETERS, "--by", "region,industry,size", "--format", "json"},
                0,
                arguments,
                more.length,
                6);
        Ran ran = growth(arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        return ran.out();
    }

    @Test
    void theHandWorkedMonthComesOutAsJson() {
        assertThat(json(RETURNS, "--period", "2022-03")).isEqualTo(text(resource("returns.json")));
    }

    @Test
    void theHandWorkedMonthComesOutAsATableThatLinesUp() {
        Ran ran = growth(
                RETURNS,
                "--parameters",
                PARAMETERS,
                "--by",
                "region@prefecture,size",
                "--lang",
                "zh",
                "--format",
                "table");
        assertThat(ran.out()).isEqualTo(text(resource("returns.txt")));
        List<Integer> widths = ran.out()
                .lines()
                .skip(6)
                .limit(5)
                .map(TextTable::width)
                .distinct()
                .toList();
        assertThat(widths).hasSize(1);
    }

    @Test
    void csvKeepsEveryDigitAndGuardsTexts() {
        Ran ran = growth(RETURNS, "--parameters", PARAMETERS, "--by", "region@county", "--format", "csv");
        assertThat(ran.out().lines())
                .hasSize(6)
                .first()
                .asString()
                .endsWith("dimension,level,code,name,parent,enterprises,base,value,growthPct,contributionPp,"
                        + "shareOfGrowthPct,nominalPct,pricePp,scopePp");
        assertThat(ran.out()).contains("region,county,230302,鸡冠区,230300,1,350.0,400.0,14.285714285714285,6.25,25.0,");
    }

    @Test
    void aWorkbookAndAParquetFileSayTheSame() throws IOException {
        List<String[]> lines =
                text(RETURNS).lines().map(line -> line.split(",", -1)).toList();
        Path workbook = directory.resolve("returns.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook);
                SheetWriter xlsx = SheetWriter.xlsx(out)) {
            xlsx.sheet(
                    "报表",
                    Arrays.stream(lines.getFirst())
                            .map(heading -> heading.startsWith("output")
                                    ? OutColumn.number(heading, "General")
                                    : OutColumn.text(heading))
                            .toList());
            for (String[] line : lines.subList(1, lines.size())) {
                Object[] row = new Object[line.length];
                for (int i = 0; i < line.length; i++) {
                    boolean number = i >= 5 && i <= 7;
                    row[i] = number && !line[i].isEmpty() ? Double.valueOf(line[i]) : number ? Double.NaN : line[i];
                }
                xlsx.row(row);
            }
        }
        Files.copy(RETURNS, directory.resolve("returns.csv"));
        Path parquet = directory.toRealPath().resolve("returns.parquet");
        try (DuckDb engine = DuckDb.inDirectory(directory, EngineLimits.DEFAULT)) {
            engine.execute("""
                    copy (select * from read_csv(%s, types = {'region': 'VARCHAR', 'industry': 'VARCHAR'}))
                    to '%s' (format parquet)
                    """.formatted(DuckDb.literal(directory.resolve("returns.csv")), parquet), List.of());
        }
        assertThat(json(workbook)).isEqualTo(text(resource("returns.json")));
        assertThat(json(parquet)).isEqualTo(text(resource("returns.json")));
    }

    @Test
    void severalFilesAreOneTable() throws IOException {
        List<String> lines = text(RETURNS).lines().toList();
        Path one = file("one.csv", String.join("\n", lines.subList(0, 3)));
        Path other = file("two.csv", lines.getFirst() + "\n" + String.join("\n", lines.subList(3, 6)));
        assertThat(json(one, other)).isEqualTo(text(resource("returns.json")));
    }

    @Test
    void figuresCanBeTried() throws IOException {
        Path trial = file("trial.csv", "credit_code,output\n91230102YYK4WUCP9M,880\n");
        String json = json(RETURNS, "--what-if", trial);
        assertThat(json)
                .contains("\"whatIf\": {\n    \"growthPct\": 12.5,")
                .contains("\"deltaPp\": -12.5,")
                .contains("\"code\": \"230300\", \"name\": \"鸡西市\", \"contributionPpBefore\": 6.25,"
                        + " \"contributionPpAfter\": 6.25, \"deltaPp\": 0.0}");
    }

    @Test
    void theChangeSinceAnotherPeriodIsExplained() throws IOException {
        String february = text(RETURNS).replace("2022-03", "2022-01..2022-02").replace("1320,1000", "1100,1000");
        Path earlier = file("february.csv", february);
        Path parameters = file("parameters.csv", text(PARAMETERS).replace("2022-03", ""));
        Ran ran = growth(
                RETURNS,
                earlier,
                "--period",
                "2022-03",
                "--against",
                "2022-01..2022-02",
                "--parameters",
                parameters,
                "--by",
                "region@prefecture",
                "--format",
                "json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("\"from\": \"2022-01..2022-02\"")
                .contains("\"changePp\": 6.25,")
                .contains("\"name\": \"哈尔滨市\", \"contributionPpBefore\": 12.5, \"contributionPpAfter\": 18.75,"
                        + " \"changePp\": 6.25, \"weightEffectPp\": 0.0, \"growthEffectPp\": 6.25}");
    }

    @Test
    void withoutAPeriodTheFilesMustHoldOneOnly() throws IOException {
        Path earlier = file("february.csv", text(RETURNS).replace("2022-03", "2022-01..2022-02"));
        Ran ran = growth(RETURNS, earlier, "--lang", "en");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("several periods: 2022-01..2022-02, 2022-03. Maybe choose one with --period");
        assertThat(growth(RETURNS, "--period", "2022-04", "--lang", "en").err())
                .contains("no row of 2022-04. Maybe one of 2022-03 is meant");
    }

    @Test
    void smallCellsAreWithheldOnRequest() {
        Ran ran = growth(RETURNS, "--suppress", "--by", "industry@division", "--format", "json");
        assertThat(ran.out())
                .contains("\"growthPct\": 38.0")
                .contains("\"exitPp\": null")
                .contains(
                        "\"code\": \"44\", \"name\": \"电力、热力生产和供应业\", \"enterprises\": 1, \"base\": null,"
                                + " \"value\": null, \"growthPct\": null, \"contributionPp\": null, \"shareOfGrowthPct\": null}");
        assertThat(growth(RETURNS, "--suppress", "--against", "2022-03", "--lang", "en")
                        .err())
                .contains("--suppress cannot go with");
    }

    @Test
    void aMistypedDimensionOrLevelIsAnsweredWithTheNearest() {
        assertThat(growth(RETURNS, "--by", "regoin", "--lang", "en").err()).contains("Maybe region");
        assertThat(growth(RETURNS, "--by", "region@city", "--lang", "en").err())
                .contains("Maybe one of province, prefecture, county");
        assertThat(growth(RETURNS, "--by", "chain", "--lang", "en").err()).contains("the files have no such column");
        assertThat(growth(RETURNS, "--by", "region*region", "--lang", "en").exit())
                .isEqualTo(2);
    }

    @Test
    void withoutFilesTheUsageIsShown() {
        Ran ran = growth();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Usage: growth");
    }
}
