package org.diaodu.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Numbers numbers = new Numbers(false);

    @Test
    void aRateCarriesItsSignAndOneDecimal() {
        assertThat(numbers.percent(8.0951)).isEqualTo("+8.1%");
        assertThat(numbers.percent(-3.25)).isEqualTo("−3.3%");
    }

    @Test
    void aRateThatRoundsToZeroHasNoSign() {
        assertThat(numbers.rate(-0.04)).isEqualTo("0.0");
        assertThat(numbers.rate(0.04)).isEqualTo("0.0");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(numbers.percent(null)).isEqualTo("–");
        assertThat(numbers.points(Double.NaN)).isEqualTo("–");
        assertThat(numbers.amount(Double.POSITIVE_INFINITY)).isEqualTo("–");
    }

    @Test
    void amountsAreSaidInTheUnitPeopleUse() {
        assertThat(numbers.amount(1_234_567.0)).isEqualTo("12.3亿元");
        assertThat(numbers.amount(56_789.0)).isEqualTo("5,678.9万元");
        assertThat(new Numbers(true).amount(1_234_567.0)).isEqualTo("1.2 bn yuan");
    }

    @Test
    void countsSeparateThousands() {
        assertThat(numbers.count(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void numbersAreWrittenAsTheirPatternSays() {
        var random = new Random(17);
        for (int decimals = 0; decimals < 7; decimals++) {
            var pattern = new DecimalFormat(
                    "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)),
                    DecimalFormatSymbols.getInstance(Locale.ROOT));
            for (int i = 0; i < 500; i++) {
                double value = random.nextGaussian() * Math.pow(10, random.nextInt(14) - 4);
                var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
                String sign = rounded.signum() < 0 ? "−" : "";
                assertThat(numbers.decimal(value, decimals)).isEqualTo(sign + pattern.format(rounded.abs()));
            }
        }
    }
}
