package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "12|12",
                " 12.50 |12.50",
                "\uFF11\uFF12\uFF0E\uFF15|12.5",
                "1,234,567.8|1234567.8",
                "\uFF11\uFF0C\uFF12\uFF13\uFF14|1234",
                "1 234 567|1234567",
                "1\u00A0234|1234",
                "-3|-3",
                "\u22123.5|-3.5",
                "\uFF0D3|-3",
                "\u20133|-3",
                "+7|7",
                "1.5E+3|1500",
                ".5|0.5",
                "\u200B8\u3000|8"
            })
    void aNumberIsReadHoweverItIsWritten(String written, String number) {
        assertThat(Reading.number(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12%|sheets.percent",
                "\uFF11\uFF12\uFF05|sheets.percent",
                "12万元|sheets.unit-in-number",
                "1,234.5 千元|sheets.unit-in-number",
                "12a|sheets.unit-in-number",
                "(1,234)|sheets.number-in-brackets",
                "\uFF0812\uFF09|sheets.number-in-brackets",
                "\uFFE5100|sheets.currency-sign",
                "$5|sheets.currency-sign",
                "1.234,56|sheets.decimal-comma",
                "12,34|sheets.thousands",
                "1,2345|sheets.thousands",
                "1 23|sheets.thousands",
                "-|sheets.placeholder",
                "——|sheets.placeholder",
                "/|sheets.placeholder",
                "无|sheets.placeholder",
                "N/A|sheets.placeholder",
                "NaN|sheets.placeholder",
                "#DIV/0!|sheets.error-value",
                "十二|sheets.not-a-number",
                "1.2.3|sheets.not-a-number",
                "Infinity|sheets.not-a-number",
                "1e999|sheets.number-too-long",
                "12345678901234567890123456789012345|sheets.number-too-long"
            })
    void whatIsNotPlainlyANumberIsRefusedWithAdvice(String written, String code) {
        assertThat(Reading.number(written)).isEqualTo(code);
    }

    @Test
    void theMessageSaysFileRowColumnValueAndAdvice() {
        Fault fault = Reading.csv("code,output\nA,3\nB,12万元\n").only();

        assertThat(fault.en())
                .isEqualTo("returns.csv, row 3, column B \"output\": \"万元\" follows the number: \"12万元\"."
                        + " Maybe write 12 alone, converted to the unit of the heading.");
        assertThat(fault.zh())
                .startsWith("returns.csv")
                .contains("第 3 行", "B 列", "12万元")
                .contains("建议");
    }

    @Test
    void aWholeNumberHasNoDecimalsAndAFlagIsYesOrNo() {
        assertThat(Reading.csv("code,output,staff\nA,1,12.0\n")
                        .rows()
                        .getFirst()
                        .getLast())
                .isEqualTo(12L);
        Fault fault = Reading.csv("code,output,staff\nA,1,12.5\n").only();
        assertThat(fault.code()).isEqualTo("sheets.not-whole");
        assertThat(fault.en()).contains("row 2", "column C", "12.5", "Maybe ");
    }

    @Test
    void anEmptyCellIsNoNumberAndNoFault() {
        Reading reading = Reading.csv("code,output\nA,\n");

        assertThat(reading.rows().getFirst().get(2)).isNull();
        assertThat(reading.faults().list()).isEmpty();
    }
}
