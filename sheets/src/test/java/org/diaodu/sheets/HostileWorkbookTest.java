package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileWorkbookTest {

    private static final String HEADINGS = Book.texts("企业代码", "企业名称", "工业总产值");
    private static final String ROW = Book.texts("A1", "示例厂") + "<c><v>12.5</v></c>";

    @TempDir
    Path directory;

    private static void refused(Reading reading, String code, String... said) {
        assertThat(reading.rows()).isEmpty();
        Fault fault = reading.fault(code);
        assertThat(fault.severity()).isEqualTo(Severity.ERROR);
        assertThat(fault.en()).contains("returns.xlsx").contains("Maybe ");
        for (String part : said) {
            assertThat(fault.en()).contains(part);
        }
        assertThat(fault.zh()).contains("returns.xlsx").contains("建议");
    }

    @Test
    void aSoundWorkbookIsRead() throws Exception {
        Reading reading = Reading.of(Book.of(HEADINGS, ROW));

        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.rows().getFirst()).startsWith("A1", "示例厂");
        assertThat(reading.faults().list()).isEmpty();
    }

    @Test
    void aPartPackedAThousandToOneIsAZipBomb() throws Exception {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        Book bomb = Book.of(HEADINGS, ROW).part("xl/sharedStrings.xml", out -> {
            out.write("<sst>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 64; i++) {
                out.write(blanks);
            }
            out.write("</sst>".getBytes(StandardCharsets.US_ASCII));
        });

        refused(Reading.of(bomb), "sheets.zip-bomb", "xl/sharedStrings.xml", "save it again");
    }

    @Test
    void moreThanTheLimitOnceUnpackedIsRefused() throws Exception {
        ReadLimits small = new ReadLimits(1 << 20, 4_000, 250, 2_000, 100, 10);
        String many = "<row>" + ROW + "</row>";
        Book book = Book.of(HEADINGS, many.repeat(50));

        refused(Reading.of(book.bytes(), "returns.xlsx", new ReadOptions(small, null)), "sheets.zip-bomb");
    }

    @Test
    void tooManyPartsAreRefused() throws Exception {
        Book book = Book.of(HEADINGS, ROW);
        for (int i = 0; i < 2_100; i++) {
            book.part("xl/media/" + i + ".bin", "x");
        }

        refused(Reading.of(book), "sheets.zip-bomb");
    }

    @Test
    void macrosAreRefused() throws Exception {
        refused(Reading.of(Book.of(HEADINGS, ROW).part("xl/vbaProject.bin", "x")), "sheets.macros", "without macros");
        String types = "<Types><Override PartName=\"/xl/workbook.xml\""
                + " ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>";
        refused(Reading.of(Book.of(HEADINGS, ROW).part("[Content_Types].xml", types)), "sheets.macros", "macroEnabled");
    }

    @Test
    void linksToElsewhereAreRefusedButHyperlinksAreNot() throws Exception {
        Book linked = Book.of(HEADINGS, ROW).part("xl/externalLinks/externalLink1.xml", "<externalLink/>");
        refused(Reading.of(linked), "sheets.external-link", "break the links");

        String relation = "<Relationships><Relationship Id=\"a\" Type=\"http://x/%s\" Target=\"http://example.com/\""
                + " TargetMode=\"External\"/></Relationships>";
        String rels = "xl/worksheets/_rels/sheet1.xml.rels";
        refused(
                Reading.of(Book.of(HEADINGS, ROW).part(rels, relation.formatted("oleObject"))),
                "sheets.external-link",
                "http://example.com/");
        assertThat(Reading.of(Book.of(HEADINGS, ROW).part(rels, relation.formatted("hyperlink")))
                        .rows())
                .hasSize(1);
    }

    @Test
    void aFormulaThatStartsAProgramStopsTheReadingAtItsCell() throws Exception {
        String attack = Book.texts("A2", "示例厂") + "<c><f>cmd|'/c calc'!A0</f><v>1</v></c>";
        Reading reading = Reading.of(Book.of(HEADINGS, ROW, attack));

        assertThat(reading.fault("sheets.dde").en())
                .contains("sheet \"三月\"", "row 3", "column C", "=cmd|'/c calc'!A0", "Maybe remove the formula");
    }

    @Test
    void adDocumentTypeThatReadsOtherFilesIsRefused() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "SECRET");
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<worksheet><sheetData><row>" + HEADINGS + "</row><row>" + Book.texts("&x;", "B", "1")
                + "</row></sheetData></worksheet>";
        Reading reading = Reading.of(Book.of(HEADINGS, ROW).part("xl/worksheets/sheet1.xml", xxe));

        refused(reading, "sheets.document-type", "xl/worksheets/sheet1.xml");
        assertThat(reading.faults().list().toString()).doesNotContain("SECRET");
    }

    @Test
    void aDocumentTypeInAnotherEncodingDoesNotSlipThrough() throws Exception {
        String xxe =
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w/>";
        Book book = Book.of(HEADINGS, ROW)
                .part("xl/worksheets/sheet1.xml", out -> out.write(xxe.getBytes(StandardCharsets.UTF_16)));

        refused(Reading.of(book), "sheets.damaged-package");
    }

    @Test
    void aMillionBlankRowsAreSkippedAndSaidSo() throws Exception {
        Book book = Book.of(HEADINGS, ROW);
        book.part("xl/worksheets/sheet1.xml", out -> {
            StringBuilder rows = new StringBuilder("<worksheet><sheetData>");
            rows.append("<row>")
                    .append(HEADINGS)
                    .append("</row><row>")
                    .append(ROW)
                    .append("</row>");
            for (int i = 3; i <= 1_048_575; i++) {
                rows.append("<row r=\"")
                        .append(i)
                        .append("\"><c r=\"A")
                        .append(i)
                        .append("\" s=\"1\"/></row>");
                if (rows.length() > 1 << 16) {
                    out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
                    rows.setLength(0);
                }
            }
            rows.append("<row r=\"1048576\">").append(ROW.replace("A1", "Z9")).append("</row></sheetData></worksheet>");
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        });

        Reading reading = Reading.of(book);

        assertThat(reading.rows()).extracting(List -> List.getFirst()).containsExactly("A1", "Z9");
        assertThat(reading.only().severity()).isEqualTo(Severity.HINT);
        assertThat(reading.only().en()).contains("sheet \"三月\"", "1048573", "Maybe delete the blank rows");
    }

    @Test
    void aCellFarToTheRightIsRefusedAndABlankOneIsNot() throws Exception {
        Reading far = Reading.of(Book.of(HEADINGS, ROW + "<c r=\"XFD2\"><v>1</v></c>"));
        assertThat(far.fault("sheets.too-many-columns").en()).contains("row 2", "column XFD", "\"1\"");

        assertThat(Reading.of(Book.of(HEADINGS, ROW + "<c r=\"XFD2\" s=\"1\"/>"))
                        .rows())
                .hasSize(1);
    }

    @Test
    void aPointerToATextThatIsNotThereIsAFaultOfItsCell() throws Exception {
        Reading reading = Reading.of(Book.of(HEADINGS, "<c t=\"s\"><v>2000000000</v></c>"));

        assertThat(reading.fault("sheets.damaged-package").en()).contains("row 2", "column A", "2000000000");
    }

    @Test
    void moreRowsThanTheLimitAreRefusedWithTheRow() throws Exception {
        ReadLimits two = new ReadLimits(1 << 20, 1 << 20, 250, 100, 2, 10);
        Book book = Book.of(HEADINGS, ROW, ROW, ROW);

        Reading reading = Reading.of(book.bytes(), "returns.xlsx", new ReadOptions(two, null));
        assertThat(reading.fault("sheets.too-many-rows").en()).contains("row 4", "Maybe split");
    }

    @Test
    void anOldOrEncryptedWorkbookIsToldFromItsFirstBytes() {
        byte[] ole = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, magic.length);
        refused(Reading.of(ole, "returns.xlsx", ReadOptions.DEFAULT), "sheets.old-xls", "save it as xlsx");

        byte[] encrypted = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(encrypted, 0, ole, 1024, encrypted.length);
        refused(Reading.of(ole, "returns.xlsx", ReadOptions.DEFAULT), "sheets.encrypted", "without a password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.bin=sheets.xlsb", "word/document.xml=sheets.not-a-sheet"})
    void otherPackagesAreToldApart(String partAndCode) throws Exception {
        String[] split = partAndCode.split("=");

        refused(Reading.of(Book.of(HEADINGS, ROW).part(split[0], "x")), split[1]);
    }

    @Test
    void aWorkbookCutShortIsAFaultAndNothingElse() throws Exception {
        byte[] whole = Book.of(HEADINGS, ROW).bytes();
        for (int length = 2; length < whole.length; length += 37) {
            Reading reading = Reading.of(Arrays.copyOf(whole, length), "returns.xlsx", ReadOptions.DEFAULT);
            assertThat(reading.faults().hasErrors()).isTrue();
            assertThat(reading.rows()).isEmpty();
        }
    }

    @Test
    void aChangedByteAnywhereThrowsNothing() throws Exception {
        byte[] whole = Book.of(HEADINGS, ROW, ROW).bytes();
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x5A;
            Reading.of(changed, "returns.xlsx", ReadOptions.DEFAULT);
        }
    }

    @Test
    void malformedXmlInTheMiddleEndsTheRowsWithAnError() throws Exception {
        Reading reading = Reading.of(Book.of(HEADINGS, ROW, "<row r=\"3\"><c><v>1</row>"));

        assertThat(reading.fault("sheets.unreadable").en()).contains("sheet \"三月\"", "Maybe save it again");
    }
}
