package org.diaodu.bulletin.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BriefWritingTest {

    private final Brief brief =
            Template.standard().write(ExampleFacts.MASTHEAD, ExampleFacts.all()).brief();

    @Test
    void theWordFileIsValid() throws Exception {
        var docx = new ByteArrayOutputStream();
        new WordWriter("https://diaodu.example").write(brief, docx);
        Files.write(Path.of("target/example.docx"), docx.toByteArray());
        assertThat(OoxmlSchemas.faults(docx.toByteArray())).isEmpty();
    }

    @Test
    void pdfAndHtmlAreWritten() throws Exception {
        var pdf = new ByteArrayOutputStream();
        new PdfWriter("https://diaodu.example").write(brief, pdf);
        Files.write(Path.of("target/example.pdf"), pdf.toByteArray());
        Files.writeString(Path.of("target/example.html"), new HtmlWriter("").page(brief));
        assertThat(brief.text()).contains("高于全国平均水平（6.5%）1.6个百分点");
    }
}
