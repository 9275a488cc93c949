package org.diaodu.server.rulebook;

/** The model a new rule begins with: one table of one input. */
public final class BlankModel {

    private BlankModel() {}

    /** A model named by the rule, with its answer named by its title. */
    public static String of(String rule, String title) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"
                             xmlns:diaodu="https://diaodu.org/dmn"
                             id="%1$s" name="%2$s" namespace="https://diaodu.org/rules/%1$s">
                  <itemDefinition id="type_amount" name="千元" diaodu:digits="18" diaodu:scale="3">
                    <description>金额，单位千元</description>
                    <typeRef>number</typeRef>
                  </itemDefinition>
                  <inputData id="input_revenue" name="营业收入">
                    <variable id="input_revenue_value" name="营业收入" typeRef="千元"/>
                  </inputData>
                  <decision id="decision" name="%2$s">
                    <variable id="decision_value" name="%2$s" typeRef="string"/>
                    <informationRequirement id="decision_needs_revenue">
                      <requiredInput href="#input_revenue"/>
                    </informationRequirement>
                    <decisionTable id="decision_table" hitPolicy="UNIQUE">
                      <input id="decision_in1">
                        <inputExpression id="decision_in1_expression" typeRef="千元">
                          <text>营业收入</text>
                        </inputExpression>
                      </input>
                      <output id="decision_out1" typeRef="string"/>
                      <rule id="decision_row1">
                        <inputEntry id="decision_row1_cell1">
                          <text>-</text>
                        </inputEntry>
                        <outputEntry id="decision_row1_cell2">
                          <text>"…"</text>
                        </outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(rule, escaped(title));
    }

    /** Names of FEEL hold no signs of arithmetic and no quotes; those of a title are left out. */
    private static String escaped(String title) {
        String name = title.replaceAll("[^\\p{L}\\p{N}_ ]", "").strip();
        return name.isEmpty() || !Character.isLetter(name.codePointAt(0)) ? "规则" : name;
    }
}
