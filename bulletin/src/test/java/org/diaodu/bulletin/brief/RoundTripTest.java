package org.diaodu.bulletin.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.check.Checker;
import org.diaodu.bulletin.check.Relation;
import org.diaodu.bulletin.check.Verdict;
import org.diaodu.bulletin.reader.BulletinReader;
import org.diaodu.bulletin.reader.ReadDocument;
import org.junit.jupiter.api.Test;

/** What is written is read and checked as a document of anybody else would be. */
class RoundTripTest {

    private final Brief brief =
            Template.standard().write(ExampleFacts.MASTHEAD, ExampleFacts.all()).brief();

    @Test
    void theChecksFindWhatTheBriefComparesAndNoContradiction() {
        List<Relation> relations = Checker.checkText("brief", brief.text());
        assertThat(relations).noneMatch(Relation::contradicts);
        assertThat(relations)
                .filteredOn(relation -> relation.verdict() == Verdict.AGREES)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void theReaderGetsTheFiguresOfTheWordFileBack() throws IOException {
        var docx = new ByteArrayOutputStream();
        new WordWriter("https://diaodu.example").write(brief, docx);
        ReadDocument read = BulletinReader.standard().read("brief.docx", docx.toByteArray());
        List<String> values = read.statements().stream()
                .map(Statement::low)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .toList();
        assertThat(paragraphs())
                .hasSizeGreaterThan(25)
                .allSatisfy(figure -> assertThat(values)
                        .as(figure.name())
                        .contains(new BigDecimal(figure.text())
                                .stripTrailingZeros()
                                .toPlainString()));
        assertThat(read.statements()).anySatisfy(statement -> {
            assertThat(statement.kind()).isEqualTo(Statement.Kind.DIFF_PP);
            assertThat(statement.quote()).isEqualTo("高于全国平均水平1.6个百分点");
            assertThat(statement.period()).isEqualTo("2022-Q1");
        });
        assertThat(Checker.checkText("brief.docx", read.text())).noneMatch(Relation::contradicts);
    }

    /** The figures that stand in sentences. */
    private List<Run.Printed> paragraphs() {
        return brief.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .flatMap(block -> ((Block.Paragraph) block).runs().stream())
                .filter(Run.Printed.class::isInstance)
                .map(Run.Printed.class::cast)
                .toList();
    }
}
