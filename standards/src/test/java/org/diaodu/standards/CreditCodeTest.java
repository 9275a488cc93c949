package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.diaodu.standards.CreditCode.Invalid;
import org.diaodu.standards.CreditCode.OuterCheckFails;
import org.diaodu.standards.CreditCode.Reason;
import org.diaodu.standards.CreditCode.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    /** The code that public explanations of GB 32100-2015 work through. */
    private static final String EXAMPLE = "91350100M000100Y43";

    @ParameterizedTest
    @ValueSource(strings = {EXAMPLE, "91350100m000100y43", " 91350100M000100Y43\u3000", "９１３５０１００Ｍ０００１００Ｙ４３"})
    void theWellKnownExampleIsValid(String text) {
        assertThat(CreditCode.parse(text)).isEqualTo(new Valid(new CreditCode(EXAMPLE)));
    }

    /** D=13: 13·3+2·7+1·9+4·10+3·5+5·8+6·4+9·2 = 199 = 18·11+1, and 11−1 = 10 is written X. */
    @Test
    void theCheckOfAnOrganisationCodeIsWorkedByHand() {
        assertThat(CreditCode.innerCheck("D2143569")).isEqualTo('X');
    }

    /** 9·1+1·3+0+0+0+0 … over a code of zeros after 91: 12 mod 31 = 12, and 31−12 = 19 is written K. */
    @Test
    void theCheckOfTheWholeCodeIsWorkedByHand() {
        assertThat(CreditCode.outerCheck("91000000000000000")).isEqualTo('K');
    }

    @Test
    void aCodeTellsItsRegionAndOrganisation() {
        var code = CreditCode.of(EXAMPLE);
        assertThat(code.registrationRegion()).isEqualTo("350100");
        assertThat(code.organisationCode()).isEqualTo("M000100Y4");
        assertThat(code.outerCheckHolds()).isTrue();
    }

    @Test
    void anEarlyCodeWhoseOuterCheckFailsIsAcceptedWithAReason() {
        var outcome = CreditCode.parse("91350100M000100Y44");
        assertThat(outcome).isInstanceOfSatisfying(OuterCheckFails.class, fails -> {
            assertThat(fails.expected()).isEqualTo('3');
            assertThat(fails.zh()).contains("应为“3”");
            assertThat(fails.acceptedBecause(" 与营业执照一致 ").reason()).isEqualTo("与营业执照一致");
            assertThat(fails.acceptedBecause("seen").code().value()).isEqualTo("91350100M000100Y44");
            assertThatThrownBy(() -> fails.acceptedBecause(" ")).hasMessageContaining("CREDIT-OVERRIDE");
        });
        assertThatThrownBy(() -> CreditCode.of("91350100M000100Y44")).hasMessageContaining("CREDIT-FORM");
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY, empty",
        "M000100Y4, LENGTH, organisation code",
        "350100100012345, LENGTH, registration",
        "9.13501001000100E+17, LENGTH, spreadsheet",
        "9.13501E+17, LENGTH, spreadsheet",
        "91350100MO00100Y43, CHARACTER, '0'",
        "9135010?M000100Y43, CHARACTER, character 8",
        "91350100M000200Y43, CHECKS, 91350100M000100Y43",
        "91350100M001000Y43, CHECKS, 91350100M000100Y43",
        "91350100ABCDEFGH43, CHECKS, 91350100ABCYEFGH43 or 91350100ABCDYFGH43"
    })
    void whatIsNoCodeIsRefusedWithAHint(String text, Reason reason, String hint) {
        assertThat(CreditCode.parse(text)).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.reason()).isEqualTo(reason);
            assertThat(invalid.en()).contains(hint);
        });
    }

    @Test
    void madeCodesAreValidAndRepeatable() {
        assertThat(CreditCode.parse(CreditCode.made("230102", 7).value())).isInstanceOf(Valid.class);
        assertThat(CreditCode.made("230102", 7)).isEqualTo(CreditCode.made("230102", 7));
        assertThat(CreditCode.made("230102", 7).registrationRegion()).isEqualTo("230102");
        assertThatThrownBy(() -> CreditCode.made("230102", -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
