package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.code("credit_code", "统一社会信用代码").inEveryRow(),
            SheetColumn.text("name", "企业名称"),
            SheetColumn.decimal("output", "工业总产值", "总产值").inEverySheet());

    static SheetReader read(String text, Charset charset) {
        return SheetReader.open(
                new ByteArrayInputStream(text.getBytes(charset)), "returns.csv", COLUMNS, ReadOptions.DEFAULT);
    }

    @Test
    void aCsvInGb18030IsRead() throws Exception {
        try (SheetReader sheet = read("统一社会信用代码,企业名称,工业总产值(万元)\n0123,示例一,\"1,234.5\"\n", TextEncoding.GB18030)) {
            List<String> seen = new ArrayList<>();
            for (SheetRow row : sheet) {
                seen.add(row.code("credit_code") + row.text("name") + row.decimal("output"));
            }
            assertThat(seen).containsExactly("0123示例一1234.5");
            assertThat(sheet.units()).extracting(UnitSeen::unit).containsExactly("万元");
            assertThat(sheet.faults().list()).isEmpty();
        }
    }

    @Test
    void aUnitInANumberIsToldWithItsPlace() throws Exception {
        try (SheetReader sheet = read("credit_code;output\nA1;12万元\n", StandardCharsets.UTF_8)) {
            for (SheetRow row : sheet) {
                assertThat(row.decimal("output")).isNull();
            }
            assertThat(sheet.faults().list()).singleElement().satisfies(fault -> {
                assertThat(fault.en())
                        .contains("returns.csv", "row 2", "column B \"output\"", "12万元", "Maybe write 12 alone");
                assertThat(fault.zh()).contains("第 2 行", "B 列", "建议");
            });
        }
    }
}
