package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

    private static final List<OutColumn> OUT =
            List.of(OutColumn.text("企业名称"), OutColumn.number("工业总产值(千元)", "#,##0.00"), OutColumn.date("入库日期"));
    private static final List<SheetColumn> IN = List.of(
            SheetColumn.text("name", "企业名称"),
            SheetColumn.decimal("output", "工业总产值"),
            SheetColumn.date("entered", "入库日期"));
    private static final String ATTACK = "=cmd|'/c calc'!A0";

    @TempDir
    Path directory;

    private static void fill(SheetWriter writer) {
        try (writer) {
            writer.sheet("增长[3月]", OUT);
            writer.row("示例(一)厂, \"甲\"", new BigDecimal("1234567.891"), LocalDate.of(2022, 3, 31));
            writer.row(ATTACK, 0.1, null);
            writer.row("\u0001坏\uD800字", Double.NaN, null);
            writer.notes("说明", List.of(new SheetWriter.Note("来源", "示例数据")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(byte[] file, String name) throws IOException {
        List<String> rows = new ArrayList<>();
        try (SheetReader sheet = SheetReader.open(new ByteArrayInputStream(file), name, IN, ReadOptions.DEFAULT)) {
            for (SheetRow row : sheet) {
                rows.add(row.text("name") + "|" + row.decimal("output") + "|" + row.date("entered"));
            }
            assertThat(sheet.faults().list()).isEmpty();
        }
        return rows;
    }

    @Test
    void aWorkbookIsReadBackAsItWasWritten() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fill(SheetWriter.xlsx(out));

        assertThat(read(out.toByteArray(), "out.xlsx"))
                .containsExactly("示例(一)厂, \"甲\"|1234567.891|2022-03-31", ATTACK + "|0.1|null", "坏字|null|null");
        assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml"))
                .contains("frozen", "inlineStr")
                .doesNotContain("<f>");
    }

    @Test
    void aCsvIsReadBackAsItWasWrittenInEitherEncoding() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            fill(SheetWriter.csv(out, charset));

            assertThat(read(out.toByteArray(), "out.csv"))
                    .startsWith("示例(一)厂, \"甲\"|1234567.891|2022-03-31", ATTACK + "|0.1|null");
            assertThat(out.toString(charset)).contains("\r\n'=cmd");
        }
    }

    @Test
    void aCsvInUtf8SaysSoByItsFirstBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fill(SheetWriter.csv(out));

        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    }

    private String part(byte[] file, String name) throws IOException {
        Path path = Files.write(directory.resolve("out.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
