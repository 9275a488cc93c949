package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final String HEADINGS = Book.texts("企业代码", "企业名称", "工业总产值");
    private static final String STYLES = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"000000\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellXfs>"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/>"
            + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>";

    private static Reading read(String cells) throws Exception {
        return Reading.of(Book.of(HEADINGS, cells).part("xl/styles.xml", STYLES));
    }

    private static String number(String value) {
        return "<c r=\"A2\"><v>A</v></c><c r=\"C2\">" + value + "</c>";
    }

    @Test
    void whatADoubleHoldsBeyondFifteenDigitsIsNotRead() throws Exception {
        assertThat(read(Book.texts("A", "") + "<c><v>0.30000000000000004</v></c>")
                        .rows()
                        .getFirst()
                        .get(2))
                .isEqualTo(new BigDecimal("0.3"));
    }

    @Test
    void aCodeKeepsItsLeadingZerosIfItsFormatShowsThem() throws Exception {
        assertThat(read("<c s=\"1\"><v>6020</v></c>" + Book.texts("", "1"))
                        .rows()
                        .getFirst()
                        .getFirst())
                .isEqualTo("006020");
        assertThat(read(Book.texts("０１２３", "", "1")).rows().getFirst().getFirst())
                .isEqualTo("0123");
    }

    @Test
    void aCodeThatHasLostDigitsAsANumberIsAnError() throws Exception {
        Fault fault =
                read("<c><v>9.12301001234567E+17</v></c>" + Book.texts("", "1")).only();
        assertThat(fault.code()).isEqualTo("sheets.code-as-number");
        assertThat(fault.en()).contains("row 2", "column A", "912301001234567000", "Maybe format the column as text");

        assertThat(Reading.csv("code,output\n9.1230100E+17,1\n").only().code()).isEqualTo("sheets.code-as-number");
    }

    @Test
    void aPercentageOrADateIsNoNumber() throws Exception {
        assertThat(read(Book.texts("A", "") + "<c s=\"2\"><v>0.125</v></c>")
                        .only()
                        .value())
                .isEqualTo("12.5%");
        Fault date = read(Book.texts("A", "") + "<c s=\"4\"><v>44651</v></c>").only();
        assertThat(date.code()).isEqualTo("sheets.not-a-number");
        assertThat(date.value()).isEqualTo("2022-03-31");
    }

    @Test
    void aMonthKeptAsADateIsReadAsAMonth() throws Exception {
        assertThat(read(Book.texts("A") + "<c s=\"3\"><v>44621</v></c>" + Book.texts("1"))
                        .rows()
                        .getFirst()
                        .get(1))
                .isEqualTo("2022-03");
    }

    @Test
    void aFormulaGivesItsLastValueWithAHint() throws Exception {
        Reading reading = read(Book.texts("A", "") + "<c><f>SUM(D2:E2)</f><v>5</v></c>");

        assertThat(reading.rows().getFirst().get(2)).isEqualTo(new BigDecimal("5"));
        assertThat(reading.only().severity()).isEqualTo(Severity.HINT);
        assertThat(reading.only().en()).contains("row 2", "column C", "last computed value");
    }

    @Test
    void aFormulaWithoutAValueOrWithAnErrorIsNotReadAsEmpty() throws Exception {
        assertThat(read(Book.texts("A", "") + "<c><f>SUM(D2:E2)</f></c>").only().code())
                .isEqualTo("sheets.formula-without-value");
        assertThat(read(Book.texts("A", "") + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
                        .only()
                        .en())
                .contains("#DIV/0!", "Maybe mend the formula");
    }

    @Test
    void sharedTextsAreReadWithoutTheirPhoneticRuns() throws Exception {
        Book book = Book.of(HEADINGS, "<c t=\"s\"><v>0</v></c>" + Book.texts("", "1"))
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><r><t>示</t></r><r><t>例</t></r><rPh><t>shi</t></rPh></si></sst>");

        assertThat(Reading.of(book).rows().getFirst().getFirst()).isEqualTo("示例");
    }

    @Test
    void cellsAreTakenByTheirReferenceNotTheirOrder() throws Exception {
        String cells = number("<v>7</v>").replace("<v>A</v>", "<v>1</v>");

        assertThat(read(cells).rows()).containsExactly(java.util.Arrays.asList("1", null, new BigDecimal("7"), null));
        assertThat(List.of("A", "Z", "AA", "XFD"))
                .allSatisfy(letters -> assertThat(
                                new Place("", null, 0, CellReader.column(letters + "1", 0), null).letters())
                        .isEqualTo(letters));
    }
}
