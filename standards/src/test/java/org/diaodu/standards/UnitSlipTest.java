package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitSlipTest {
    @ParameterizedTest
    @CsvSource({
        "12000000, 11500, THOUSAND_YUAN, YUAN, 12000",
        "1200, 11500, THOUSAND_YUAN, TEN_THOUSAND_YUAN, 12000",
        "0.12, 11500, THOUSAND_YUAN, HUNDRED_MILLION_YUAN, 12000",
        "12000000, 1150, TEN_THOUSAND_YUAN, YUAN, 1200",
        "1.5, 11500, TEN_THOUSAND_YUAN, HUNDRED_MILLION_YUAN, 15000"
    })
    void aFigureInTheWrongUnitIsRecognised(
            double filed, double trusted, AmountUnit asked, AmountUnit filedIn, double corrected) {
        UnitSlip slip = Objects.requireNonNull(UnitSlip.find(filed, trusted, asked));
        assertThat(slip.filedIn()).isEqualTo(filedIn);
        assertThat(slip.corrected()).isCloseTo(corrected, within(1e-6));
    }

    @Test
    void aBareTenThousandFoldSlipIsRecognisedInAnyUnit() {
        assertThat(UnitSlip.find(1.2e8, 11_500, AmountUnit.THOUSAND_YUAN))
                .isEqualTo(new UnitSlip(10_000, null, 12_000));
    }

    @ParameterizedTest
    @CsvSource({"30000, 11500", "200000, 11500", "57500, 11500", "900, 11500", "0, 11500", "5, 0", "-12000000, 11500"})
    void aJumpThatIsNoUnitIsLeftAlone(double filed, double trusted) {
        assertThat(UnitSlip.find(filed, trusted, AmountUnit.THOUSAND_YUAN)).isNull();
    }
}
