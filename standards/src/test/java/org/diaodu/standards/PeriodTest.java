package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diaodu.standards.Period.janFeb;
import static org.diaodu.standards.Period.month;
import static org.diaodu.standards.Period.quarter;
import static org.diaodu.standards.Period.year;
import static org.diaodu.standards.Period.yearToDate;

import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2022-03, 2022-03, 2022年3月",
        "2022年3月, 2022-03, 2022年3月",
        "２０２２年３月份, 2022-03, 2022年3月",
        "2022 年 12 月, 2022-12, 2022年12月",
        "2022/3, 2022-03, 2022年3月",
        "2022.03, 2022-03, 2022年3月",
        "202203, 2022-03, 2022年3月",
        "二〇二二年十一月, 2022-11, 2022年11月",
        "2022-01..2022-02, 2022-01..2022-02, 2022年1—2月",
        "2022年1—2月, 2022-01..2022-02, 2022年1—2月",
        "2022年1-2月份, 2022-01..2022-02, 2022年1—2月",
        "2022-01..2022-03, 2022-01..2022-03, 2022年1—3月",
        "2022-01..03, 2022-01..2022-03, 2022年1—3月",
        "2022-01/2022-03, 2022-01..2022-03, 2022年1—3月",
        "2022年1–3月, 2022-01..2022-03, 2022年1—3月",
        "2022年1——3月, 2022-01..2022-03, 2022年1—3月",
        "2022年1－3月, 2022-01..2022-03, 2022年1—3月",
        "2022年1～3月, 2022-01..2022-03, 2022年1—3月",
        "2022年1至3月, 2022-01..2022-03, 2022年1—3月",
        "2022年1月—3月, 2022-01..2022-03, 2022年1—3月",
        "2022年1月-2022年3月, 2022-01..2022-03, 2022年1—3月",
        "2022年一至三月, 2022-01..2022-03, 2022年1—3月",
        "2022年上半年, 2022-01..2022-06, 2022年1—6月",
        "2022年前三季度, 2022-01..2022-09, 2022年1—9月",
        "2022年一至三季度, 2022-01..2022-09, 2022年1—9月",
        "2022年1—12月, 2022-01..2022-12, 2022年1—12月",
        "2022-Q1, 2022-Q1, 2022年一季度",
        "2022q4, 2022-Q4, 2022年四季度",
        "2022年一季度, 2022-Q1, 2022年一季度",
        "2022年第二季度, 2022-Q2, 2022年二季度",
        "2022年4—6月, 2022-Q2, 2022年二季度",
        "2022, 2022, 2022年",
        "２０２２年, 2022, 2022年",
        "2022年全年, 2022, 2022年"
    })
    void isReadAsPeopleWriteIt(String text, String iso, String chinese) {
        Period period = Period.parse(text);
        assertThat(period.iso()).isEqualTo(iso);
        assertThat(period.chinese()).isEqualTo(chinese);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "22-03",
                "2022-13",
                "2022-00",
                "2022-Q5",
                "2022年13月",
                "2022年2—5月",
                "2022-02..2022-05",
                "2021-01..2022-03",
                "2022-01..2022-13",
                "March 2022",
                "2022年三",
                "2022-03-05",
                "1899",
                "99999999999"
            })
    void whatIsNoPeriodIsRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOfSatisfying(StandardsException.class, e -> {
            assertThat(e.code()).startsWith("PERIOD-");
            assertThat(e.zh()).isNotBlank();
            assertThat(e.en()).contains("Maybe");
        });
    }

    @Test
    void januaryToFebruaryIsOneValueHoweverItIsMade() {
        assertThat(yearToDate(2022, 2)).isEqualTo(janFeb(2022));
        assertThat(yearToDate(2022, 1)).isEqualTo(month(2022, 1));
    }

    @Test
    void spansKnowTheirMonths() {
        assertThat(quarter(2022, 2).first()).isEqualTo(YearMonth.of(2022, 4));
        assertThat(quarter(2022, 2).last()).isEqualTo(YearMonth.of(2022, 6));
        assertThat(yearToDate(2022, 9).months()).isEqualTo(9);
        assertThat(year(2022).months()).isEqualTo(12);
        assertThat(janFeb(2022).contains(YearMonth.of(2022, 2))).isTrue();
        assertThat(janFeb(2022).contains(YearMonth.of(2022, 3))).isFalse();
    }

    @Test
    void theNextPeriodIsOfTheSameKind() {
        assertThat(month(2022, 12).next()).isEqualTo(month(2023, 1));
        assertThat(janFeb(2022).next()).isEqualTo(janFeb(2023));
        assertThat(yearToDate(2022, 12).next()).isEqualTo(yearToDate(2023, 3));
        assertThat(quarter(2022, 1).previous()).isEqualTo(quarter(2021, 4));
        assertThat(year(2022).plus(-2)).isEqualTo(year(2020));
    }

    @Test
    void januaryAndFebruaryAreFiledTogether() {
        assertThat(month(2022, 1).reporting()).isEqualTo(janFeb(2022));
        assertThat(month(2022, 2).reporting()).isEqualTo(janFeb(2022));
        assertThat(quarter(2022, 1).reporting()).isEqualTo(month(2022, 3));
        assertThat(janFeb(2022).nextReporting()).isEqualTo(month(2022, 3));
        assertThat(month(2022, 12).nextReporting()).isEqualTo(janFeb(2023));
        assertThat(janFeb(2022).previousReporting()).isEqualTo(month(2021, 12));
        assertThat(month(2022, 3).previousReporting()).isEqualTo(janFeb(2022));
        assertThat(month(2022, 1).isReporting()).isFalse();
    }

    @Test
    void aReportingPeriodHasItsYearToDate() {
        assertThat(month(2022, 3).toYearToDate()).isEqualTo(yearToDate(2022, 3));
        assertThat(janFeb(2022).toYearToDate()).isEqualTo(janFeb(2022));
        assertThat(month(2022, 1).toYearToDate()).isEqualTo(janFeb(2022));
    }

    @Test
    void thirtyNineMonthsHoldThirtyFiveReportingPeriods() {
        assertThat(Period.reportingFrom(janFeb(2019), month(2022, 3)))
                .hasSize(35)
                .contains(janFeb(2022));
        assertThat(Period.reportingFrom(month(2022, 3), janFeb(2022))).isEmpty();
    }

    @Test
    void periodsAreOrderedByTheirEndAndThenTheShorterFirst() {
        assertThat(Stream.of(
                                year(2022),
                                yearToDate(2022, 3),
                                quarter(2022, 1),
                                month(2022, 3),
                                janFeb(2022),
                                year(2021))
                        .sorted())
                .containsExactly(
                        year(2021), janFeb(2022), month(2022, 3), yearToDate(2022, 3), quarter(2022, 1), year(2022));
    }
}
