package org.diaodu.server.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.server.rulebook.TableGrid.Head;
import org.diaodu.server.rulebook.TableGrid.Line;
import org.junit.jupiter.api.Test;

class ModelDocumentTest {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:other="https://other.example/tool"
                         id="m" name="m" namespace="https://diaodu.org/rules/m" other:seal="7">
              <extensionElements><other:layout zoom="1.5"/></extensionElements>
              <!-- said by hand -->
              <inputData id="i_a" name="a"><variable id="i_a_v" name="a" typeRef="number"/></inputData>
              <decision id="d" name="d">
                <variable id="d_v" name="d" typeRef="string"/>
                <informationRequirement id="r"><requiredInput href="#i_a"/></informationRequirement>
                <decisionTable id="t" hitPolicy="UNIQUE" other:theme="blue">
                  <input id="in1" other:width="90"><inputExpression id="e1" typeRef="number"><text>a</text></inputExpression></input>
                  <output id="out1" typeRef="string"/>
                  <rule id="row1" other:colour="red"><inputEntry id="c11"><text>&lt; 1</text></inputEntry><outputEntry id="c12"><text>"low"</text></outputEntry></rule>
                  <rule id="row2"><inputEntry id="c21"><text>&gt;= 1</text></inputEntry><outputEntry id="c22"><text>"high"</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <decision id="l" name="l">
                <variable id="l_v" name="l" typeRef="number"/>
                <informationRequirement id="r2"><requiredInput href="#i_a"/></informationRequirement>
                <literalExpression id="x"><text>a * 2</text></literalExpression>
              </decision>
            </definitions>
            """;

    @Test
    void aTableIsReadAsAGrid() {
        TableGrid table = ModelDocument.of("m", MODEL).tables().getFirst();
        assertThat(table.letter()).isEqualTo("U");
        assertThat(table.inputs()).extracting(Head::text).containsExactly("a");
        assertThat(table.rows()).extracting(Line::inputs).containsExactly(List.of("< 1"), List.of(">= 1"));
        assertThat(table.rows()).extracting(Line::outputs).containsExactly(List.of("\"low\""), List.of("\"high\""));
    }

    @Test
    void changingACellLeavesEverythingElseAsItIs() {
        ModelDocument document = ModelDocument.of("m", MODEL);
        TableGrid table = document.tables().getFirst();
        document.apply(withRows(table, List.of(
                new Line(0, List.of("< 2"), List.of("\"low\""), List.of()),
                new Line(1, List.of(">= 2"), List.of("\"high\""), List.of()))));
        String xml = document.xml();
        assertThat(xml)
                .contains("&lt; 2", "&gt;= 2", "other:seal=\"7\"", "<other:layout zoom=\"1.5\"/>", "said by hand")
                .contains("other:theme=\"blue\"", "other:width=\"90\"", "other:colour=\"red\"", "a * 2", "id=\"c11\"");
        ModelDocument untouched = ModelDocument.of("m", MODEL);
        assertThat(xml.replace("&lt; 2", "&lt; 1").replace("&gt;= 2", "&gt;= 1"))
                .isEqualTo(untouched.xml());
    }

    @Test
    void rowsMoveWithEverythingTheyCarry() {
        ModelDocument document = ModelDocument.of("m", MODEL);
        TableGrid table = document.tables().getFirst();
        List<Line> rows = new ArrayList<>(table.rows().reversed());
        rows.add(1, new Line(-1, List.of("null"), List.of("\"none\""), List.of()));
        document.apply(withRows(table, rows));
        String xml = document.xml();
        assertThat(xml.indexOf("row2")).isLessThan(xml.indexOf("null"));
        assertThat(xml.indexOf("null")).isLessThan(xml.indexOf("row1"));
        assertThat(xml).contains("other:colour=\"red\"");
        assertThat(RuleModel.of("m", xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)).remarks())
                .isEmpty();
    }

    @Test
    void aColumnOfANewNameBringsItsInputAndItsArrow() {
        ModelDocument document = ModelDocument.of("m", MODEL);
        TableGrid table = document.tables().getFirst();
        List<Head> inputs = List.of(table.inputs().getFirst(), new Head(-1, "利润", "number", "", ""));
        document.apply(new TableGrid(
                0,
                "d",
                "FIRST",
                "",
                inputs,
                table.outputs(),
                List.of(new Head(-1, "why", "", "", "")),
                table.rows().stream()
                        .map(row -> new Line(
                                row.from(), List.of(row.inputs().getFirst(), "> 0"), row.outputs(), List.of("so")))
                        .toList()));
        RuleModel model = RuleModel.of("m", document.xml().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(model.remarks()).isEmpty();
        assertThat(model.evaluate("d", java.util.Map.of("a", java.math.BigDecimal.ZERO, "利润", java.math.BigDecimal.ONE))
                        .value())
                .isEqualTo("low");
        assertThat(ModelDocument.of("m", document.xml()).tables().getFirst().notes())
                .extracting(Head::text)
                .containsExactly("why");
    }

    @Test
    void aPrefixedModelStaysPrefixed() {
        String prefixed = MODEL.replace("xmlns=", "xmlns:dmn=").replaceAll("<(/?)(?!other|!|\\?)(\\w)", "<$1dmn:$2");
        ModelDocument document = ModelDocument.of("m", prefixed);
        TableGrid table = document.tables().getFirst();
        List<Line> rows = new ArrayList<>(table.rows());
        rows.add(new Line(-1, List.of("null"), List.of("\"none\""), List.of()));
        document.apply(withRows(table, rows));
        assertThat(document.xml()).contains("<dmn:inputEntry><dmn:text>null");
    }

    @Test
    void anUnevenGridAndEntitiesAreRefused() {
        ModelDocument document = ModelDocument.of("m", MODEL);
        TableGrid table = document.tables().getFirst();
        assertThatThrownBy(() -> document.apply(
                        withRows(table, List.of(new Line(0, List.of(), List.of("\"x\""), List.of())))))
                .isInstanceOf(RuleFault.class);
        assertThatThrownBy(() -> ModelDocument.of(
                        "m", "<!DOCTYPE definitions [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><definitions>&x;</definitions>"))
                .isInstanceOf(RuleFault.class)
                .hasMessageContaining("rules.xml-entities");
    }

    private static TableGrid withRows(TableGrid table, List<Line> rows) {
        return new TableGrid(
                table.key(),
                table.name(),
                table.hitPolicy(),
                table.aggregation(),
                table.inputs(),
                table.outputs(),
                table.notes(),
                rows);
    }
}
