package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadingsTest {

    @Test
    void headingsAreFoundBelowATitleAndWhateverTheirWidthCaseSpacesAndUnit() {
        Reading reading = Reading.csv("工业企业月报,,\n单位:千元,,\nCODE , 工业总产值 (千元),企业 名称\nA,1,x\n");

        assertThat(reading.rows().getFirst().toString()).isEqualTo("[A, x, 1, null]");
        assertThat(reading.units()).extracting(UnitSeen::unit).containsExactly("千元", "千元");
        assertThat(reading.faults().list()).isEmpty();
    }

    @Test
    void aMissingColumnIsToldWithTheHeadingThatMayBeMeant() {
        Reading reading = Reading.csv("code,工业产值\nA,1\n");

        assertThat(reading.rows()).isEmpty();
        assertThat(reading.fault("sheets.missing-column").en())
                .contains("returns.csv", "row 1", "\"output\" is missing", "Maybe \"工业产值\" is it");
        assertThat(reading.fault("sheets.unknown-column").en()).contains("column B", "工业产值", "\"工业总产值\" is meant");
    }

    @Test
    void anUnknownColumnIsHintedAtAndADuplicateOneRefused() {
        assertThat(Reading.csv("code,output,备注\nA,1,x\n").only().severity()).isEqualTo(Severity.HINT);

        Fault duplicate = Reading.csv("code,output,工业总产值\nA,1,2\n").only();
        assertThat(duplicate.code()).isEqualTo("sheets.duplicate-column");
        assertThat(duplicate.en()).contains("row 1", "column C", "before in column B", "Maybe remove one");
    }

    @Test
    void mixedUnitsAreReported() {
        SheetColumn other = SheetColumn.decimal("base", "上年同期");
        var columns = java.util.List.of(Reading.COLUMNS.get(0), Reading.COLUMNS.get(2), other);
        byte[] file = "企业代码,工业总产值(万元),上年同期(千元)\nA,1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        SheetReader sheet =
                SheetReader.open(new java.io.ByteArrayInputStream(file), "returns.csv", columns, ReadOptions.DEFAULT);

        assertThat(sheet.units()).extracting(UnitSeen::column).containsExactly("output", "base");
        assertThat(sheet.faults().list()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("sheets.mixed-units");
            assertThat(fault.en()).contains("column C", "\"千元\"", "\"万元\" came before");
        });
    }

    @Test
    void aHeadingWithAnotherMeaningInBracketsIsAnotherColumn() {
        assertThat(Reading.csv("code,工业总产值(累计)\nA,1\n").codes()).contains("sheets.missing-column");
    }

    @Test
    void anEmptyCellThatMustBeFilledIsAnError() {
        Fault fault = Reading.csv("code,output\n,1\n").only();

        assertThat(fault.code()).isEqualTo("sheets.blank");
        assertThat(fault.en()).contains("row 2", "column A");
    }

    @Test
    void theSheetWithTheHeadingsIsChosenAndAMisspeltNameIsAnsweredWithTheNearest() throws Exception {
        Book book = new Book()
                .sheet("说明", Book.texts("请先读"))
                .sheet("填报", Book.texts("企业代码", "工业总产值"), Book.texts("A", "1"));

        assertThat(Reading.of(book).rows()).hasSize(1);
        Fault fault = Reading.of(book.bytes(), "returns.xlsx", new ReadOptions(ReadLimits.DEFAULT, "填报表"))
                .only();
        assertThat(fault.en()).contains("no such sheet", "填报表", "Maybe \"填报\" is meant");
    }

    @Test
    void mergedAndHiddenHeadingsAreSaid() throws Exception {
        Book merged = new Book()
                .afterData("<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
                .sheet("三月", Book.texts("企业代码"), Book.texts("A", "1"));
        assertThat(Reading.of(merged).fault("sheets.merged-headings").en())
                .contains("returns.xlsx, sheet \"三月\", row 1, column A", "A1:B1", "Maybe unmerge");

        Book hidden =
                Book.of("<row r=\"1\" hidden=\"1\">" + Book.texts("企业代码", "工业总产值") + "</row>", Book.texts("A", "1"));
        Reading reading = Reading.of(hidden);
        assertThat(reading.only().code()).isEqualTo("sheets.hidden-headings");
        assertThat(reading.rows()).hasSize(1);
    }
}
