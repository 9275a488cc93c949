package org.diaodu.bulletin.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.diaodu.bulletin.brief.WordEdits.Remark;
import org.diaodu.bulletin.brief.WordEdits.Remark.Kind;
import org.junit.jupiter.api.Test;

class WordEditsTest {

    private static final Template TEMPLATE = Template.standard();
    private static final Map<String, Fact> FACTS = ExampleFacts.all();

    private final Brief brief = TEMPLATE.write(ExampleFacts.MASTHEAD, FACTS).brief();

    @Test
    void aDocumentNobodyEditedGivesTheSameBriefAgain() throws Exception {
        WordEdits.Edited edited = edited(_ -> {});
        assertThat(edited.remarks()).isEmpty();
        assertThat(Template.of(edited.template())
                        .write(ExampleFacts.MASTHEAD, FACTS)
                        .brief()
                        .text())
                .isEqualTo(brief.text());
    }

    @Test
    void wordsAreKeptAndTheirFiguresStayFields() throws Exception {
        WordEdits.Edited edited = edited(document -> {
            XWPFParagraph lead = paragraph(document, "一季度，");
            lead.insertNewRun(0).setText("面对春季用电偏紧，");
        });
        assertThat(edited.remarks()).isEmpty();
        assertThat(edited.template())
                .contains("面对春季用电偏紧，{期间}，{地区}规模以上工业增加值同比{增速|增长}，{增速与全国|高于 全国平均水平}，")
                .contains("增速{上月}{当月增速与上月|快慢}。");
    }

    @Test
    void aFigureTypedOverIsPutBackAndTold() throws Exception {
        WordEdits.Edited edited = edited(document -> {
            var lead = paragraph(document, "一季度，").getCTP();
            lead.getHyperlinkArray(0).getRArray(0).getTArray(0).setStringValue("9.1");
            paragraph(document, "在办调度单").createRun().setText("其中新开12件。");
        });
        assertThat(edited.remarks())
                .containsExactly(
                        new Remark(Kind.FIGURE_CHANGED, "一季度，全省规模以上工业增加值同…", "9.1", "8.1"),
                        new Remark(Kind.FIGURE_TYPED, "在办调度单46件，累计销号31件…", "12", ""));
        assertThat(edited.template()).contains("在办调度单{在办调度单|数}件").contains("其中新开12件。");
        assertThat(Template.of(edited.template())
                        .write(ExampleFacts.MASTHEAD, FACTS)
                        .brief()
                        .text())
                .contains("同比增长8.1%");
    }

    @Test
    void whatIsNoDocumentOfOursIsSaidToBeNone() {
        assertThatThrownBy(() -> WordEdits.read("不是".getBytes(StandardCharsets.UTF_8), brief, TEMPLATE, FACTS))
                .hasMessageContaining("BR11");
        assertThatThrownBy(() -> {
                    var out = new ByteArrayOutputStream();
                    try (var other = new XWPFDocument()) {
                        other.createParagraph().createRun().setText("别的文件");
                        other.write(out);
                    }
                    WordEdits.read(out.toByteArray(), brief, TEMPLATE, FACTS);
                })
                .hasMessageContaining("BR12");
    }

    private WordEdits.Edited edited(Consumer<XWPFDocument> edit) throws Exception {
        var written = new ByteArrayOutputStream();
        new WordWriter("https://diaodu.example").write(brief, written);
        var changed = new ByteArrayOutputStream();
        try (var document = new XWPFDocument(new ByteArrayInputStream(written.toByteArray()))) {
            edit.accept(document);
            document.write(changed);
        }
        return WordEdits.read(changed.toByteArray(), brief, TEMPLATE, FACTS);
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String begin) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().startsWith(begin))
                .findFirst()
                .orElseThrow();
    }
}
