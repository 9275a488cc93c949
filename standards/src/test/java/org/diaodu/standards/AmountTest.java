package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diaodu.standards.AmountUnit.HUNDRED_MILLION_YUAN;
import static org.diaodu.standards.AmountUnit.TEN_THOUSAND_YUAN;
import static org.diaodu.standards.AmountUnit.THOUSAND_YUAN;
import static org.diaodu.standards.AmountUnit.YUAN;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "'1,234.5万元', 1234.5万元",
        "１２３４, 1234千元",
        "'１，２３４．５０', 1234.5千元",
        "3亿, 3亿元",
        "-0.10, -0.1千元",
        "−5元, -5元",
        "+7, 7千元"
    })
    void isReadAsPeopleWriteIt(String text, String read) {
        assertThat(Amount.parse(text, THOUSAND_YUAN)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "1,23", "1.2.3", "12万吨", "一百", "NaN", "1e5", "=1+1", "9999999999999999999999999999999"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> Amount.parse(text, YUAN)).hasMessageContaining("AMOUNT-FORM");
    }

    @Test
    void aBareNumberNeedsAUnitFromSomewhere() {
        assertThatThrownBy(() -> Amount.parse("5", null)).hasMessageContaining("单位");
    }

    @Test
    void unitsConvertExactly() {
        var amount = Amount.of(123_456_789, YUAN);
        assertThat(amount.in(THOUSAND_YUAN)).isEqualTo("123456.789");
        assertThat(amount.in(TEN_THOUSAND_YUAN)).isEqualTo("12345.6789");
        assertThat(amount.in(HUNDRED_MILLION_YUAN)).isEqualTo("1.23456789");
        assertThat(Amount.of(1, TEN_THOUSAND_YUAN)).isEqualByComparingTo(Amount.of(10, THOUSAND_YUAN));
        assertThat(Amount.of(1, TEN_THOUSAND_YUAN).plus(Amount.of(1, YUAN))).hasToString("1.0001万元");
        assertThat(Amount.of(1, TEN_THOUSAND_YUAN).minus(Amount.of(1, THOUSAND_YUAN)))
                .hasToString("0.9万元");
        assertThat(HUNDRED_MILLION_YUAN.inYuan()).isEqualByComparingTo("100000000");
    }

    @Property
    void parsingUndoesPrinting(
            @ForAll @Scale(6) @BigRange(min = "-1e15", max = "1e15") BigDecimal value, @ForAll AmountUnit unit) {
        var amount = new Amount(value, unit);
        assertThat(Amount.parse(amount.toString(), null)).isEqualTo(amount);
    }

    @Property
    void convertingThereAndBackLosesNothing(
            @ForAll @Scale(6) @BigRange(min = "-1e15", max = "1e15") BigDecimal value,
            @ForAll AmountUnit unit,
            @ForAll AmountUnit other) {
        var amount = new Amount(value, unit);
        assertThat(amount.to(other).to(unit)).isEqualTo(amount);
    }
}
