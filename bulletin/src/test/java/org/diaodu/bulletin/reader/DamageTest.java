package org.diaodu.bulletin.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.diaodu.bulletin.Statement;
import org.junit.jupiter.api.Test;

/** Damaged texts and files that cannot be read. All sentences are our own. */
class DamageTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void readingsTraditionalCharactersAndDoubledMarksAreUndone() {
        ReadDocument document = text("2021年,,青禾縣(xiàn)實(shí)現(xiàn)工業(yè)產(chǎn)值3.2億(yì)元,,同比增長(zhǎng)6%,。");
        assertThat(document.statements())
                .extracting(Statement::kind)
                .containsExactly(Statement.Kind.LEVEL, Statement.Kind.YOY);
        assertThat(document.statements().getFirst().indicator()).isEqualTo("工业产值");
        Repair reading = document.repairs().stream()
                .filter(r -> r.cause() == Repair.Cause.READING)
                .findFirst()
                .orElseThrow();
        assertThat(document.text().substring(reading.start(), reading.end())).isEqualTo(reading.before());
    }

    @Test
    void noFigureIsGivenOutOfShiftedBytes() throws IOException {
        String sound = "产业项目建设稳步推进、全省上下共同努力完成投资";
        byte[] bytes = sound.getBytes(GBK);
        int mark = sound.indexOf('、') * 2;
        var shifted = new ByteArrayOutputStream();
        shifted.write(bytes, 0, mark);
        shifted.write(',');
        shifted.write(bytes, mark + 1, bytes.length - mark - 1);
        String damaged = new String(shifted.toByteArray(), GBK).replace("\uFFFD", "") + "35亿元。2021年出口增长4%。";
        ReadDocument document = text(damaged);
        assertThat(document.repairs()).anySatisfy(r -> assertThat(r.after()).startsWith("、全省上下共同努力"));
        assertThat(document.withheld()).isNotEmpty();
        assertThat(document.statements())
                .singleElement()
                .satisfies(s -> assertThat(s.low()).isEqualByComparingTo("4"));
    }

    @Test
    void linesOfTwoEncodingsAreReadEachInItsOwn() throws IOException {
        var mixed = new ByteArrayOutputStream();
        mixed.write("2021年出口增长4%。\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("2021年进口下降3%。\n".getBytes(GBK));
        ReadDocument document = BulletinReader.standard().read("混.txt", mixed.toByteArray());
        assertThat(document.statements()).hasSize(2);
        assertThat(document.charset()).isEqualTo("UTF-8+GB18030");
    }

    @Test
    void aFileThatHoldsNoTextSaysWhy() throws IOException {
        refused(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 1, 2}, "二进制");
        refused("%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII), "pdf");
        refused(emptyPdf(), "扫描件");
        refused(zip("a.txt"), "docx");
        refused(new byte[33 << 20], "上限");
    }

    private static void refused(byte[] raw, String why) {
        assertThatExceptionOfType(ReadFault.class)
                .isThrownBy(() -> BulletinReader.standard().read("坏.txt", raw))
                .withMessageContaining(why);
    }

    private static byte[] emptyPdf() throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        return out.toByteArray();
    }

    private static ReadDocument text(String text) {
        return BulletinReader.standard().readText("文.txt", text);
    }
}
