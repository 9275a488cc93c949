package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String CHINESE = "企业代码,企业名称,工业总产值(千元)\r\n0123,示例(一)厂,\"1,234.5\"\r\n";

    private static void isRead(Reading reading) {
        assertThat(reading.faults().list()).isEmpty();
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.rows().getFirst().toString()).isEqualTo("[0123, 示例(一)厂, 1234.5, null]");
        assertThat(reading.units()).extracting(UnitSeen::unit).containsExactly("千元");
    }

    @Test
    void aCsvIsReadInEveryEncodingItComesIn() {
        isRead(Reading.csv(CHINESE));
        isRead(Reading.csv("\uFEFF" + CHINESE));
        isRead(Reading.csv(CHINESE, TextEncoding.GB18030));
        isRead(Reading.csv("\uFEFF" + CHINESE, StandardCharsets.UTF_16LE));
        isRead(Reading.csv("\uFEFF" + CHINESE, StandardCharsets.UTF_16BE));
    }

    @Test
    void gb18030FarBehindAPlainHeadIsStillSeen() {
        String text = "code,output,name\n" + "A,1,x\n".repeat(30_000) + "B,2,示例\n";

        assertThat(Reading.csv(text, TextEncoding.GB18030).rows().getLast().get(1))
                .isEqualTo("示例");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "\uFF0C", "\uFF1B"})
    void theSeparatorIsFound(String separator) {
        Reading reading = Reading.csv("code,name,output\nA,示例,5\n".replace(",", separator));

        assertThat(reading.rows().getFirst().toString()).isEqualTo("[A, 示例, 5, null]");
    }

    @Test
    void aSeparatorLineAsExcelWritesItIsNotARow() {
        assertThat(Reading.csv("sep=;\ncode;output\nA;5\n").rows()).hasSize(1);
    }

    @Test
    void aQuotedCellMayHoldSeparatorsQuotesAndLineEndsAndRowsAreCountedByLine() {
        Reading reading = Reading.csv("code,name,output\nA,\"x, \"\"y\"\"\nz\",1\nB,,bad\n");

        assertThat(reading.rows().getFirst().get(1)).isEqualTo("x, \"y\"\nz");
        assertThat(reading.only().row()).isEqualTo(4);
    }

    @Test
    void aQuoteThatNeverClosesIsToldWithTheRowWhereItOpens() {
        Fault fault =
                Reading.csv("code,name,output\nA,x,1\nB,\"open,2\nC,x,3\n").only();

        assertThat(fault.code()).isEqualTo("sheets.unclosed-quote");
        assertThat(fault.en()).contains("returns.csv", "row 3", "column B", "open,2", "Maybe close it");
    }

    @Test
    void aStrayCommaIsAnErrorSinceItShiftsTheRow() {
        Fault fault = Reading.csv("code,output\nA,1,234\n").only();

        assertThat(fault.code()).isEqualTo("sheets.stray-cell");
        assertThat(fault.en()).contains("row 2", "column C", "\"234\"", "must stand in quotes");
    }

    @Test
    void binaryAndUndecodableFilesAreRefusedWithTheLine() {
        Fault binary = Reading.csv("code,output\nA,1\n\0\0,2\n").only();
        assertThat(binary.code()).isEqualTo("sheets.binary");
        assertThat(binary.en()).contains("returns.csv, row 3", "Maybe save it as csv in UTF-8");

        byte[] bytes = "code,output\nA,1\nx,2\n".getBytes(StandardCharsets.US_ASCII);
        bytes[16] = (byte) 0xFF;
        Fault undecodable =
                Reading.of(bytes, "returns.csv", ReadOptions.DEFAULT).only();
        assertThat(undecodable.code()).isEqualTo("sheets.encoding");
        assertThat(undecodable.en()).contains("row 3", "neither UTF-8 nor GB18030");
    }

    @Test
    void whatIsNoTableAtAllIsToldFromItsContent() {
        assertThat(Reading.csv("").only().code()).isEqualTo("sheets.empty");
        assertThat(Reading.csv("\n\n  \n").only().code()).isEqualTo("sheets.empty");
        assertThat(Reading.csv("%PDF-1.7\n").only().code()).isEqualTo("sheets.not-a-sheet");
        assertThat(Reading.csv("<html><table><tr><td>code").only().code()).isEqualTo("sheets.web-page");
        assertThat(Reading.csv("hello\nworld\n").only().en())
                .contains("no heading row", "\"hello\"", "Maybe the headings should be: 企业代码 code");
        assertThat(SheetReader.open(Path.of("no-such-file.csv"), Reading.COLUMNS)
                        .faults()
                        .list())
                .singleElement()
                .extracting(Fault::code)
                .isEqualTo("sheets.no-file");
    }

    @Test
    void aTextGuardedAgainstRunningAsAFormulaIsReadWithoutItsGuard() {
        assertThat(Reading.csv("code,name,output\nA,'=1+1,1\nB,'x,1\n").rows())
                .extracting(row -> row.get(1))
                .containsExactly("=1+1", "'x");
    }

    @Test
    void aMillionFaultsDoNotFillTheMemory() {
        Reading reading = Reading.csv("code,output\n" + "A,x\n".repeat(20_000));

        assertThat(reading.faults().list()).hasSize(10_000);
        assertThat(reading.faults().count(Severity.ERROR)).isEqualTo(20_000);
        assertThat(reading.faults().notKept()).isEqualTo(10_000);
    }
}
