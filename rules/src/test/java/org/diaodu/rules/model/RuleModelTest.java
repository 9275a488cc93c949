package org.diaodu.rules.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleModelTest {

    private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    @Test
    void brokenXmlIsSaidWithItsLineAndColumn() {
        RuleFault fault = refusal("<definitions>\n  <decision name=\"a\">\n  </decisions>\n</definitions>");

        assertThat(fault.code()).isEqualTo("rules.xml");
        assertThat(fault.place().line()).isEqualTo(3);
        assertThat(fault.place().column()).isPositive();
        assertThat(fault.english()).contains("a.dmn line 3 column", "Maybe");
        assertThat(fault.chinese()).contains("第 3 行", "建议");
    }

    @Test
    void anotherRootThanDefinitionsIsNoModel() {
        assertThat(refusal("<html/>").code()).isEqualTo("rules.not-dmn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><definitions name=\"&x;\"/>",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><definitions>&x;</definitions>",
                "<!DOCTYPE d SYSTEM \"http://localhost:1/d.dtd\"><definitions/>",
                "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://localhost:1/p\"> %p;]><definitions/>"
            })
    void whatAModelWouldFetchFromElsewhereIsRefused(String xml) {
        RuleFault fault = refusal(xml);

        assertThat(fault.code()).isEqualTo("rules.xml-entities");
        assertThat(fault.place().line()).isOne();
    }

    @Test
    void aBillionLaughsAreRefusedAtOnce() {
        var xml = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i <= 30; i++) {
            xml.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }

        assertThat(refusal(xml + "]><definitions>&a30;</definitions>").code()).isEqualTo("rules.xml-entities");
    }

    @Test
    void aModelOfAbsurdDepthIsRefused() {
        String deep = "<x>".repeat(300) + "</x>".repeat(300);

        RuleFault fault = refusal("<definitions>" + deep + "</definitions>");

        assertThat(fault.code()).as(fault.english()).isEqualTo("rules.too-deep");
    }

    @Test
    void aVendorsExtensionsAreAccepted() {
        RuleModel model = model("""
                <definitions xmlns="%s" xmlns:v="urn:a-vendor" namespace="n" name="m" v:version="7">
                  <extensionElements><v:layout v:zoom="2"><v:grid/></v:layout></extensionElements>
                  <decision name="d" id="d" v:colour="red"><extensionElements><v:owner>某局</v:owner></extensionElements>
                    <variable name="d"/><literalExpression><text>1 + 1</text></literalExpression></decision>
                </definitions>""".formatted(DMN));

        assertThat(model.remarks()).isEmpty();
        assertThat(model.evaluate("d", Map.of()).value()).isEqualTo(new BigDecimal("2"));
    }

    @Test
    void anElementThatTheStandardDoesNotKnowIsSaidToBeOutOfPlace() {
        RuleFault fault =
                refusal("<definitions xmlns=\"%s\" xmlns:v=\"urn:v\" namespace=\"n\" name=\"m\"><v:grid/></definitions>"
                        .formatted(DMN));

        assertThat(fault.code()).isEqualTo("rules.not-dmn");
        assertThat(fault.english()).contains("extensionElements");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "GBK,GBK", "GB18030,GB18030", "UTF-16,UTF-16", "UTF-8,"})
    void aModelIsReadInTheEncodingItDeclares(String encoding, String declared) {
        String declaration = declared == null ? "\uFEFF" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        String xml = declaration + decision("\"调度\"");

        RuleModel model = RuleModel.of("a.dmn", xml.getBytes(Charset.forName(encoding)));

        assertThat(model.evaluate("d", Map.of()).value()).isEqualTo("调度");
    }

    @Test
    void aMissingImportIsSaidWithItsNameAndPlace(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.dmn", importing("n", "共用表", "urn:shared"));

        RuleFault fault = catchThrowableOfType(RuleFault.class, () -> RuleModel.read(file));

        assertThat(fault.code()).isEqualTo("rules.import-missing");
        assertThat(fault.place().line()).isEqualTo(2);
        assertThat(fault.english()).contains("共用表", "urn:shared", "same folder");
    }

    @Test
    void importsAreFoundBesideTheModelHoweverDeepAndOthersLeftAlone(@TempDir Path folder) throws Exception {
        Path file = write(folder, "a.dmn", importing("a", "b", "b"));
        write(folder, "b.dmn", importing("b", "c", "c"));
        write(folder, "c.dmn", decision("3").replace("namespace=\"n\"", "namespace=\"c\""));
        write(folder, "broken.dmn", "<definitions");
        write(folder, "unrelated.dmn", importing("u", "gone", "gone"));

        RuleModel model = RuleModel.read(file);

        assertThat(model.remarks()).isEmpty();
        assertThat(model.withImports()).hasSize(3);
        assertThat(model.source()).isEqualTo("a.dmn");
    }

    @Test
    void aPmmlImportIsRefused() {
        String xml =
                importing("n", "p", "p").replace("importType=\"" + DMN, "importType=\"http://www.dmg.org/PMML-4_2");

        assertThat(refusal(xml).code()).isEqualTo("rules.import-pmml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(n) external {java: {class: \"java.lang.System\", method signature: \"getenv(java.lang.String)\"}}",
                "function(n) external {java: {class: \"java.lang.Runtime\", method signature: \"version()\"}}",
                "function(n) external {java: {class: \"org.diaodu.rules.model.RuleModel\", method signature: \"of(int)\"}}"
            })
    void aModelCannotReachTheMachineThroughJava(String function) {
        Answer answer =
                model(decision("{f: " + function + ", r: f(\"PATH\")}.r")).evaluate("d", Map.of());

        assertThat(answer.value()).isNull();
    }

    @Test
    void aModelMayUseJavasArithmetic() {
        String function =
                "function(n) external {java: {class: \"java.lang.Math\", method signature: \"cbrt(double)\"}}";

        Answer answer = model(decision("{f: " + function + ", r: f(27)}.r")).evaluate("d", Map.of());

        assertThat(answer.value()).isEqualTo(new BigDecimal("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replace(\"a\", \"b\", \"c\", \"')||unparsed-text('file:///etc/hostname')||replace('','a','\")",
                "matches(\"a\", \"b\", \"') or doc-available('file:///etc/hostname') or matches('a','b','\")"
            })
    void aModelCannotReadAFileThroughTheFlagsOfAPattern(String expression) {
        Answer answer = model(decision(expression)).evaluate("d", Map.of());

        assertThat(answer.value()).isNull();
        assertThat(String.join("", answer.faults())).contains("flags");
    }

    @Test
    void patternsWorkWithTheFlagsOfTheStandard() {
        assertThat(model(decision("replace(\"Abc\", \"a\", \"x\", \"i\")")).evaluate("d", Map.of()))
                .isEqualTo(new Answer("xbc", List.of()));
        assertThat(model(decision("matches(input: \"Abc\", pattern: \"a.*\")")).evaluate("d", Map.of()))
                .isEqualTo(new Answer(false, List.of()));
    }

    @Test
    void whatTheStandardDoesNotHaveIsNoFunctionHere() {
        assertThat(model(decision("nn sum([1, null])")).evaluate("d", Map.of()).value())
                .isNull();
    }

    @Test
    void aValueThatIsNotOfItsDeclaredTypeIsNoAnswer() {
        String xml = decision("\"1\"").replace("<variable name=\"d\"/>", "<variable name=\"d\" typeRef=\"number\"/>");

        assertThat(model(xml).evaluate("d", Map.of()).value()).isNull();
    }

    @Test
    void aBusinessKnowledgeModelThatIsNotThereIsSaid() {
        RuleFault fault =
                catchThrowableOfType(RuleFault.class, () -> model(decision("1")).evaluateKnowledge("税率", Map.of()));

        assertThat(fault.code()).isEqualTo("rules.no-such");
        assertThat(fault.chinese()).contains("税率");
    }

    private static String decision(String expression) {
        return """
                <definitions xmlns="%s" namespace="n" name="m">
                  <decision name="d" id="d"><variable name="d"/>
                    <literalExpression><text><![CDATA[%s]]></text></literalExpression></decision>
                </definitions>""".formatted(DMN, expression);
    }

    private static String importing(String namespace, String name, String imported) {
        return """
                <definitions xmlns="%1$s" namespace="%2$s" name="%2$s">
                  <import namespace="%4$s" name="%3$s" importType="%1$s"/>
                </definitions>""".formatted(DMN, namespace, name, imported);
    }

    private static Path write(Path folder, String name, String xml) throws Exception {
        return Files.writeString(folder.resolve(name), xml);
    }

    private static RuleModel model(String xml) {
        return RuleModel.of("a.dmn", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static RuleFault refusal(String xml) {
        return catchThrowableOfType(RuleFault.class, () -> model(xml));
    }
}
