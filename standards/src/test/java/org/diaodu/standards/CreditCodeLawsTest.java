package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.diaodu.standards.CreditCode.Invalid;
import org.diaodu.standards.CreditCode.OuterCheckFails;
import org.diaodu.standards.CreditCode.Valid;
import org.junit.jupiter.api.Test;

class CreditCodeLawsTest {
    @Property
    void everyMadeCodeIsValid(@ForAll @LongRange(max = 887_503_680) long serial) {
        String code = CreditCode.made("230102", serial).value();
        assertThat(CreditCode.parse(code)).isInstanceOf(Valid.class);
    }

    @Property
    void everyWrongCharacterIsFound(
            @ForAll @LongRange(max = 887_503_680) long serial,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(max = 30) int other) {
        String code = CreditCode.made("230102", serial).value();
        char wrong = CreditCode.ALPHABET.charAt(other);
        Assume.that(code.charAt(at) != wrong);

        var outcome = CreditCode.parse(code.substring(0, at) + wrong + code.substring(at + 1));

        assertThat(outcome).isInstanceOf(at >= 8 && at <= 16 ? CreditCode.Outcome.class : OuterCheckFails.class);
        assertThat(outcome).isNotInstanceOf(Valid.class);
    }

    @Property
    void twoSwappedNeighboursAreFound(
            @ForAll @LongRange(max = 887_503_680) long serial, @ForAll @IntRange(max = 16) int at) {
        String code = CreditCode.made("230102", serial).value();
        Assume.that(code.charAt(at) != code.charAt(at + 1));

        var swapped = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);

        assertThat(CreditCode.parse(swapped)).isInstanceOfAny(OuterCheckFails.class, Invalid.class);
    }

    @Test
    void everySerialHasItsOwnCode() {
        var codes = new HashSet<String>();
        LongStream.range(0, 100_000)
                .forEach(serial -> codes.add(CreditCode.made("230102", serial).value()));
        assertThat(codes).hasSize(100_000);
    }
}
