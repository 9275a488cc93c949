package org.diaodu.bulletin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.bulletin.reader.LegibleText;
import org.diaodu.bulletin.reader.ReadDocument;
import org.diaodu.bulletin.reader.Repair;
import org.diaodu.bulletin.reader.Span;
import org.junit.jupiter.api.Test;

/** Documents as the reader gives them: with markup, repairs and stretches that are withheld. */
class CheckedDocumentsTest {

    private static final String TEXT = "<nav>首頁</nav><p>全市工業增長<b>8.0</b>%；裝備業拉動2.0個百分點，&nbsp;貢獻率25.0%。</p>";

    @Test
    void figuresAreCheckedInTheRepairedTextAndKeepTheirPlacesInTheFile() {
        List<Relation> relations = Checker.check(List.of(document(List.of())));

        assertThat(relations).anySatisfy(r -> {
            assertThat(r.expression()).isEqualTo("2.0/8.0");
            assertThat(r.verdict()).isEqualTo(Verdict.AGREES);
            assertThat(r.evidence()).extracting(this::inFile).contains("裝備業拉動2.0個百分點", "全市工業增長<b>8.0</b>%");
        });
    }

    @Test
    void whatIsWithheldIsBlottedOutAndNotReckonedWith() {
        int growth = TEXT.indexOf("8.0");
        ReadDocument damaged = document(List.of(new Span(growth, growth + 3)));

        assertThat(LegibleText.of(damaged).text()).startsWith("全市工业增长□□□%；");
        assertThat(Checker.check(List.of(damaged)))
                .noneMatch(r -> r.expression().contains("8.0"));
    }

    private String inFile(Evidence evidence) {
        return TEXT.substring(evidence.start(), evidence.end());
    }

    private static ReadDocument document(List<Span> withheld) {
        int from = TEXT.indexOf("全市");
        int to = TEXT.indexOf("</p>");
        List<Repair> repairs = TEXT.substring(from, to)
                .chars()
                .mapToObj(c -> String.valueOf((char) c))
                .filter("業長裝動個點貢獻"::contains)
                .distinct()
                .flatMap(c -> repairs(c, from).stream())
                .toList();
        return new ReadDocument(
                "示例.html", TEXT, List.of(new Span(from, to)), List.of(), repairs, null, "", "UTF-8", withheld);
    }

    private static List<Repair> repairs(String traditional, int from) {
        String simplified = "" + "业长装动个点贡献".charAt("業長裝動個點貢獻".indexOf(traditional));
        return java.util.stream.IntStream.range(from, TEXT.length())
                .filter(i -> TEXT.startsWith(traditional, i))
                .mapToObj(i -> new Repair(i, i + 1, traditional, simplified, Repair.Cause.TRADITIONAL))
                .toList();
    }
}
