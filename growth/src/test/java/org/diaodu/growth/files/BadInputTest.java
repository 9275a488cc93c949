package org.diaodu.growth.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.growth.files.Ran.growth;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    private static final String HEAD =
            "credit_code,name,region,industry,period,output,output_base,output_base_filed,status\n";
    private static final String GOOD = "91230102YYK4WUCP9M,甲,230102,1311,2022-03,1320,1000,1000,continuing\n";

    @TempDir
    private Path directory = Path.of("");

    private Ran run(String content, Object... more) throws IOException {
        Path file = Files.writeString(directory.resolve("r.csv"), content);
        Object[] arguments = new Object[more.length + 5];
        arguments[0] = file;
        arguments[1] = "--lang";
        arguments[2] = "en";
        arguments[3] = "--by";
        arguments[4] = "region,industry";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return growth(arguments);
    }

    /** The second row is bad; the message names code, row, column and what to try, and nothing is computed. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        91230302YY79TPRF35,乙,239999,0610,2022-03,10,7,,                | growth.region-unknown       | row 3, column C "region"      | Maybe
        91230302YY79TPRF35,乙,哈尔宾市,0610,2022-03,10,7,,              | growth.region-unknown       | row 3, column C "region"      | 哈尔滨市
        91230302YY79TPRF35,乙,230302,0699,2022-03,10,7,,                | growth.industry-unknown     | row 3, column D "industry"    | Maybe
        91230302YY79TPRF35,乙,230302,A01,2022-03,10,7,,                 | growth.not-industry         | row 3, column D "industry"    | divisions 06 to 46
        91230302YY79TPRF35,乙,230302,0610,2022-13,10,7,,                | growth.period-unknown       | row 3, column E "period"      | 2022-13
        91230302YY79TPRF35,乙,230302,0610,2022-05,10,7,,                | growth.future-period        | row 3, column E "period"      | mistyped
        91230302YY79TPRF35,乙,230302,0610,2022-03,十,7,,                | sheets.not-a-number         | row 3, column F "output"      | write digits
        91230302YY79TPRF35,乙,230302,0610,2022-03,10万元,7,,            | sheets.unit-in-number       | row 3, column F "output"      | converted to the unit
        91230302YY79TPRF35,乙,230302,0610,2022-03,-10,7,,               | growth.negative             | row 3, column F "output"      | sign
        91230302YY79TPRF35,乙,230302,0610,2022-03,,7,,                  | growth.figure-missing       | row 3, column F "output"      | 0 if it is zero
        91230302YY79TPRF35,乙,230302,0610,2022-03,10,,,                 | growth.figure-missing       | row 3, column G "output_base" | exit
        91230302YY79TPRF35,乙,230302,0610,2022-03,10,0,,continuing      | growth.base-zero            | row 3, column G "output_base" | new_plant
        91230302YY79TPRF35,乙,230302,0610,2022-03,10,5,,new_plant       | growth.new-plant-base       | row 3, column G "output_base" | entry
        91230302YY79TPRF35,乙,230302,0610,2022-03,,,,exit               | growth.exit-filed-missing   | row 3, column H "output_base_filed" | scope effect
        91230302YY79TPRF35,乙,230302,0610,2022-03,10,,5,exit            | growth.exit-figures         | row 3, column F "output"      | continuing
        91230302YY79TPRF35,乙,230302,0610,2022-03,10,7,,gone            | growth.status-unknown       | row 3, column I "status"      | new_plant
        91230102YYK4WUCP9M,乙,230302,0610,2022-03,10,7,,                | growth.duplicate            | row 3, column A "credit_code" | before in r.csv, row 2
        ,乙,230302,0610,2022-03,10,7,,                                  | sheets.blank                | row 3, column A "credit_code" | fill it
        """)
    void aBadRowIsAnsweredWithItsPlaceAndAdvice(String row, String code, String place, String advice)
            throws IOException {
        Ran ran = run(HEAD + GOOD + row + "\n");
        assertThat(ran.err()).contains("error [" + code + "] r.csv, " + place).contains(advice);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("nothing was computed").contains("--skip-bad");

        Ran skipped = run(HEAD + GOOD + row + "\n", "--skip-bad", "--period", "2022-03", "--format", "json");
        assertThat(skipped.exit()).isZero();
        assertThat(skipped.out()).contains("\"base\": 1000.0,").contains("\"enterprises\": 1,");
        assertThat(skipped.err()).contains("[" + code + "]");
    }

    @Test
    void aMissingColumnIsNamedWithTheOneThatMayBeMeant() throws IOException {
        Ran ran = run(HEAD.replace("region,", "regin,") + GOOD, "--skip-bad");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("error [sheets.missing-column] r.csv, row 1")
                .contains("\"regin\" is it: rename it");
    }

    @Test
    void aFailingCreditCodeIsAWarningOnly() throws IOException {
        Ran ran = run(HEAD + GOOD.replace("CP9M", "CP9N"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("warning [growth.credit-code] r.csv, row 2, column A \"credit_code\"");
    }

    @Test
    void aTenThousandFoldDifferenceIsAskedAbout() throws IOException {
        Ran ran = run(HEAD + GOOD.replace("1320", "13200000"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("warning [growth.unit-slip] r.csv, row 2, column F \"output\"");
    }

    @Test
    void twoUnitsInOneTableStopTheRun() throws IOException {
        Ran ran = run(HEAD.replace("output,", "output（千元）,").replace("output_base,", "output_base（万元）,") + GOOD);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("growth.mixed-units").contains("convert all columns and files to one unit");
    }

    @Test
    void fullWidthDigitsThousandsAndGb18030AreUnderstood() throws IOException {
        Path file = directory.resolve("gb.csv");
        String content = (HEAD + GOOD).replace("1320", "\"１，３２０\"").replace(",1000,1000", ",\"1,000\",1000");
        Files.write(file, content.getBytes(Charset.forName("GB18030")));
        Ran ran = growth(file, "--format", "json", "--by", "region");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("\"growthPct\": 32.0,");
    }

    @Test
    void withoutAStatusTheFiguresSpeakWhereTheyLeaveNoDoubt() throws IOException {
        Ran ran = run("""
                credit_code,name,region,industry,period,output,output_base,output_base_filed
                91230102YYK4WUCP9M,甲,230102,1311,2022-03,110,100,
                91230302YY79TPRF35,乙,230302,0610,2022-03,5,0,
                91230103YYTEQL778P,丙,230302,0610,2022-03,,,50
                """, "--format", "json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("\"growthPct\": 15.0")
                .contains("\"enterprises\": 2,")
                .contains("\"newPlantPp\": 5.0");
    }

    @Test
    void faultyParametersStopTheRun() throws IOException {
        Path parameters = Files.writeString(
                directory.resolve("p.csv"),
                "industry,period,va_rate,price_index\n13,2022-03,25,110\n99,2022-03,0.2,\n06,2022-03,,-3\n13,2022-03,.2,\n13,2022-03,.2,3.5\n");
        Ran ran = run(HEAD + GOOD, "--parameters", parameters);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("[growth.va-rate] p.csv, row 2, column C")
                .contains("25 % is 0.25")
                .contains("[growth.price-index] p.csv, row 4")
                .contains("[growth.duplicate-parameter] p.csv, row 6")
                .contains("[growth.price-index-low] p.csv, row 6");
    }

    @Test
    void parametersOfAnotherPeriodAreWarnedAbout() throws IOException {
        Path parameters = Files.writeString(
                directory.resolve("p.csv"), "industry,period,va_rate,price_index\n13,2022-02,.2,110\n");
        Ran ran = run(HEAD + GOOD, "--parameters", parameters);
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("growth.parameters-other-period");
    }

    @Test
    void aTrialForAnUnknownEnterpriseStopsTheRun() throws IOException {
        Path trial = Files.writeString(directory.resolve("t.csv"), "credit_code,output\n91230302YY79TPRF35,5\n");
        Ran ran = run(HEAD + GOOD, "--what-if", trial);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("[growth.enterprise-unknown] t.csv, row 2, column A");
    }

    @Test
    void aFileThatIsNoTableIsRefused() throws IOException {
        assertThat(run("").exit()).isEqualTo(2);
        assertThat(growth(directory.resolve("nothing.csv"), "--lang", "en").err())
                .contains("sheets.no-file");
        Path parquet = Files.writeString(directory.resolve("broken.parquet"), "PAR1 and no more");
        Ran ran = growth(parquet, "--lang", "en");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("growth.parquet");
    }
}
