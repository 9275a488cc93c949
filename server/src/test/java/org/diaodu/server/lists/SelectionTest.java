package org.diaodu.server.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.diaodu.server.pages.Address;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Address LIST = Address.of("/letters");
    private static final Orders ORDERS = Orders.usually("dated", "l.dated")
            .latestFirst()
            .or("number", "l.number")
            .then("l.id");

    @Test
    void anOrderNobodyKnowsIsTheUsualOne() {
        assertThat(ORDERS.sql(LIST.with("sort", "l.number; drop table letter"))).isEqualTo("l.dated, l.id");
        assertThat(ORDERS.sql(LIST.with("sort", "number").with("order", "desc")))
                .isEqualTo("l.number desc, l.id");
    }

    @Test
    void theLatestComesFirstUntilAnOrderIsAskedFor() {
        assertThat(ORDERS.sql(LIST)).isEqualTo("l.dated desc, l.id");
        assertThat(ORDERS.sql(LIST.with("sort", "dated"))).isEqualTo("l.dated, l.id");
    }

    @Test
    void aListThatAlwaysStandsInOneOrderTakesNoOther() {
        Orders always = Orders.always("m.held_on desc, m.id desc");
        assertThat(always.sql(LIST.with("sort", "title").with("order", "desc"))).isEqualTo("m.held_on desc, m.id desc");
    }

    @Test
    void whatIsLeftOpenIsNotSaid() {
        var open = new Conditions()
                .search("l.subject ilike '%' || :pattern || '%'", "")
                .begins("l.region", "")
                .is("l.state", "")
                .where(false, "l.late");
        assertThat(open.sql()).isEmpty();
    }

    @Test
    void valuesAreBoundAndWordsStandForConditions() {
        var asked = new Conditions()
                .search("l.subject ilike '%' || :pattern || '%'", "50%_")
                .begins("l.region", "2301")
                .is("l.state", "OPEN", Map.of("OPEN", "l.answered is null"))
                .is("l.direction", "OUT", Map.of());
        assertThat(asked.sql())
                .isEqualTo("where (l.subject ilike '%' || :pattern || '%') and starts_with(l.region, :l_region)"
                        + " and l.answered is null and l.direction = :l_direction");
        assertThat(asked.values())
                .containsEntry("text", "50%_")
                .containsEntry("pattern", "50\\%\\_")
                .containsEntry("l_region", "2301")
                .containsEntry("l_direction", "OUT");
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        List<Integer> all = IntStream.rangeClosed(1, 120).boxed().toList();
        assertThat(Page.of(all, LIST.with("page", "9")).rows()).first().isEqualTo(101);
        assertThat(Page.of(all, LIST.with("page", "2").with("q", "x")).address())
                .hasToString("/letters?q=x");
        assertThat(Page.of(List.of(), LIST).rows()).isEmpty();
    }
}
