package org.diaodu.server.whitelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.diaodu.server.access.AddressLimit;
import org.junit.jupiter.api.Test;

/** Plates, codes and days as people type them. */
class PassFormTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 4, 25);
    private static final Validity DAYS = new Validity(LocalDate.of(2022, 4, 20), LocalDate.of(2022, 6, 30));

    @Test
    void platesAreThoseThatAreIssued() {
        for (String plate :
                List.of("黑A12345", "黑AD12345", "黑A12345D", "黑A1234挂", "京AF0236", "沪C·A1B23", " 黑a-12345 ", "黑Ａ１２３４５")) {
            assertThat(Plate.typed(plate)).as(plate).isPresent();
        }
        for (String wrong : List.of(
                "",
                "A12345",
                "黑112345",
                "黑A1234",
                "黑A123456",
                "黑AI2345",
                "黑AO2345",
                "黑AI12345",
                "黑A挂1234",
                "<b>",
                "黑A12345".repeat(9),
                "𠀀A12345")) {
            assertThat(Plate.typed(wrong)).as(wrong).isEmpty();
        }
        assertThat(Plate.typed("黑ad12345").orElseThrow().shown()).isEqualTo("黑A·D12345");
        assertThat(Plate.typed("黑ad12345").orElseThrow().isNewEnergy()).isTrue();
    }

    @Property
    void aCodeIsReadAgainAsItIsPrinted(
            @ForAll @BigRange(min = "0", max = "340282366920938463463374607431768211455") BigInteger bits) {
        PassCode code = PassCode.of(bits);
        assertThat(code.value()).hasSize(26);
        assertThat(PassCode.typed(code.grouped())).contains(code);
        assertThat(PassCode.typed(" "
                        + code.value()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('0', 'o')
                                .replace('1', 'l')))
                .contains(code);
    }

    @Test
    void codesAreRandomAndAnythingElseIsNone() {
        assertThat(PassCode.random()).isNotEqualTo(PassCode.random());
        assertThat(PassCode.random().grouped()).matches("[0-9A-Z]{6}(-[0-9A-Z]{5}){4}|[0-9A-Z]{1,6}(-[0-9A-Z]{5,6})+");
        for (String wrong :
                List.of("", "x", "U".repeat(26), "0".repeat(25), "0".repeat(27), "0".repeat(1_000_000), "😀")) {
            assertThat(PassCode.typed(wrong)).isEmpty();
        }
    }

    @Test
    void aPassLiesWithinTheDaysOfItsEntryAndNotInThePast() {
        assertThat(form("2022-04-25", "2022-06-30").faults(DAYS, TODAY)).isEmpty();
        assertThat(form("2022-04-25", "2022-07-01").faults(DAYS, TODAY))
                .containsEntry("validUntil", "whitelist.fault.within");
        assertThat(form("2022-04-19", "2022-06-30").faults(DAYS, TODAY))
                .containsEntry("validFrom", "whitelist.fault.within");
        assertThat(form("2022-04-20", "2022-04-24").faults(DAYS, TODAY))
                .containsEntry("validUntil", "whitelist.fault.past");
        assertThat(form("2022-05-02", "2022-05-01").faults(DAYS, TODAY))
                .containsEntry("validUntil", "whitelist.fault.order");
        assertThat(form("soon", "31.4.2022").faults(DAYS, TODAY)).containsKeys("validFrom", "validUntil");
        var empty = new PassForm("", "黑A1", " ", "", "x".repeat(1_000_000), "2022-04-25", "2022-06-30");
        assertThat(empty.faults(DAYS, TODAY)).containsOnlyKeys("plate", "goods", "from", "to");
    }

    @Test
    void anAddressThatAsksTooOftenWaitsAndOthersDoNot() {
        var limit = new AddressLimit(2);
        assertThat(limit.taken("10.0.0.1", 0)).isTrue();
        assertThat(limit.taken("10.0.0.1", 1)).isTrue();
        assertThat(limit.taken("10.0.0.1", 2)).isFalse();
        assertThat(limit.taken("10.0.0.2", 3)).isTrue();
        assertThat(limit.taken("10.0.0.1", 31_000_000_000L)).isTrue();
    }

    private static PassForm form(String from, String until) {
        return new PassForm("k", "黑A12345", "玉米淀粉", "哈尔滨市", "长春市", from, until);
    }
}
