package org.diaodu.server.policies.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    private static Reached group(String key, int entitled, int got, double largest) {
        return new Reached(key, key, entitled, got, 100, 50, 12.0, largest, false);
    }

    private static List<String> hidden(Reached... groups) {
        return SmallCells.withheld(List.of(groups)).stream()
                .filter(Reached::hidden)
                .map(Reached::key)
                .toList();
    }

    @Test
    void groupsOfFewerThanThreeAndThoseOneDominatesAreWithheld() {
        assertThat(hidden(group("a", 2, 0, 0.5), group("b", 9, 2, 0.5), group("c", 9, 9, 0.81), group("d", 9, 9, 0.8)))
                .containsExactly("a", "b", "c");
    }

    /** With the total shown, a single one could be worked out. */
    @Test
    void aSingleOneTakesTheSmallestOtherWithIt() {
        assertThat(hidden(group("a", 2, 0, 0.5), group("b", 30, 9, 0.5), group("c", 9, 9, 0.5)))
                .containsExactlyInAnyOrder("a", "c");
        assertThat(hidden(group("b", 30, 9, 0.5), group("c", 9, 9, 0.5))).isEmpty();
    }
}
