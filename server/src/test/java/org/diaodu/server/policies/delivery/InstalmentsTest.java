package org.diaodu.server.policies.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class InstalmentsTest {

    @Test
    void theProvinceBearsSixtyPercentAndTheRestIsTheCitys() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put("省", new BigDecimal("0.6"));
        shares.put("市县", new BigDecimal("0.4"));
        assertThat(Instalments.split(370_000_001, shares))
                .containsExactly(Map.entry("省", 222_000_000L), Map.entry("市县", 148_000_001L));
    }

    @Property
    void whateverTheSharesTheyAddUpToTheFen(
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long fen,
            @ForAll @IntRange(max = 10_000) int first) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put("a", BigDecimal.valueOf(first, 4));
        shares.put("b", BigDecimal.valueOf((10_000 - first) / 3, 4));
        shares.put("c", BigDecimal.valueOf(10_000 - first - (10_000 - first) / 3, 4));
        Map<String, Long> split = Instalments.split(fen, shares);
        assertThat(split.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(fen);
        assertThat(split.values()).allMatch(part -> part >= 0);
    }
}
