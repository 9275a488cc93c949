package org.diaodu.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.diaodu.server.documents.OwnFigure.Agreement;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;

class OwnFiguresTest {

    @Test
    void aFigureAgreesWhenTheOwnOneRoundsToIt() {
        assertThat(agreement("8.1", 8.06)).isEqualTo(Agreement.AGREES);
        assertThat(agreement("8.1", 8.149)).isEqualTo(Agreement.AGREES);
        assertThat(agreement("8.1", 8.04)).isEqualTo(Agreement.ROUNDING);
        assertThat(agreement("8.1", 8.2)).isEqualTo(Agreement.ROUNDING);
        assertThat(agreement("8.1", 7.9)).isEqualTo(Agreement.DIFFERS);
        assertThat(agreement("-2.4", -2.41)).isEqualTo(Agreement.AGREES);
        assertThat(OwnFigures.agreement(new BigDecimal("8.1"), null, 1)).isEqualTo(Agreement.NONE);
    }

    @Test
    void aPeriodIsAMonthOrFromJanuaryOn() {
        assertThat(OwnFigures.period("2022-03")).contains(Period.month(2022, 3));
        assertThat(OwnFigures.period("2022-01..2022-03")).contains(Period.yearToDate(2022, 3));
        assertThat(OwnFigures.period("2022-Q1")).contains(Period.yearToDate(2022, 3));
        assertThat(OwnFigures.period("2022-H1")).contains(Period.yearToDate(2022, 6));
        assertThat(OwnFigures.period("2022")).contains(Period.yearToDate(2022, 12));
        assertThat(OwnFigures.period("2022-01..2022-02")).contains(Period.janFeb(2022));
        for (String none : new String[] {"2022-Q2", "2022-01", "2022-04..2022-06", "2021..2025", "", "2022-13"}) {
            assertThat(OwnFigures.period(none)).as(none).isEmpty();
        }
    }

    private static Agreement agreement(String printed, double own) {
        return OwnFigures.agreement(new BigDecimal(printed), own, 1);
    }
}
