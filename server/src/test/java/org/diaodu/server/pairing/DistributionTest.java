package org.diaodu.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How enterprises are shared out among the leaders of a level at a place. */
class DistributionTest {

    /** Two leaders with one and none: the first two enterprises go to 8, then 7 and 8 have two each and 7 comes first. */
    @Test
    void eachGoesToWhoeverHasFewestAndTheLowerNumberComesFirst() {
        var given = Distribution.of(
                List.of(place(3, "C"), place(1, "A"), place(2, "B"), place(4, "D")),
                List.of(new Distribution.Share(7, 1), new Distribution.Share(8, 0)));
        assertThat(given.keySet()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(given.get(1L)).isEqualTo(new Distribution.Given(8, 0));
        assertThat(given.get(2L)).isEqualTo(new Distribution.Given(7, 1));
        assertThat(given.get(3L)).isEqualTo(new Distribution.Given(8, 1));
        assertThat(given.get(4L)).isEqualTo(new Distribution.Given(7, 2));
    }

    @Test
    void withoutLeadersNobodyIsPlaced() {
        assertThat(Distribution.of(List.of(place(1, "A")), List.of())).isEmpty();
    }

    @Property
    void sharesDifferByAtMostOneAndTheOrderOfTheQuestionDoesNotMatter(
            @ForAll @IntRange(min = 1, max = 40) int leaders,
            @ForAll @IntRange(max = 400) int enterprises,
            @ForAll @IntRange(max = 9) int before,
            @ForAll long seed) {
        List<Distribution.Place> places = new ArrayList<>(LongStream.range(0, enterprises)
                .mapToObj(i -> place(i, "" + i % 97))
                .toList());
        List<Distribution.Share> shares = new ArrayList<>(IntStream.range(0, leaders)
                .mapToObj(i -> new Distribution.Share(i, before))
                .toList());
        Map<Long, Distribution.Given> given = Distribution.of(places, shares);
        Collections.shuffle(places, new Random(seed));
        Collections.shuffle(shares, new Random(seed + 1));
        assertThat(Distribution.of(places, shares)).isEqualTo(given);
        Map<Long, Long> counts = given.values().stream()
                .collect(Collectors.groupingBy(Distribution.Given::leader, Collectors.counting()));
        long most = counts.values().stream().mapToLong(n -> n).max().orElse(0);
        long least = counts.size() < leaders
                ? 0
                : counts.values().stream().mapToLong(n -> n).min().orElse(0);
        assertThat(most - least).isLessThanOrEqualTo(1);
        assertThat(given).hasSize(enterprises);
    }

    private static Distribution.Place place(long id, String code) {
        return new Distribution.Place(id, code);
    }
}
