package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody did a moment ago stands on the next page anybody opens. */
class SeenAtOnceTest extends PlatformTest {

    @Autowired
    private RegisterLoading register;

    @Autowired
    private BulkReturns bulk;

    @Autowired
    private ReturnReview review;

    @Autowired
    private Closings closings;

    private static final String FINAL = "<span class=\"tag\">已关账</span>";

    private List<RegisterEntry> enterprises(int count, String county, int year) {
        List<RegisterEntry> all =
                SampleReturns.enterprises(count, county, YearMonth.of(year, 1), YearMonth.of(year + 1, 1));
        asSystem(() -> register.load(all));
        return all;
    }

    private void file(RegisterEntry enterprise, Period period, double output) {
        asSystem(() ->
                bulk.load(period, List.of(new ReturnRow(enterprise.creditCode(), SampleReturns.figures(output, 1)))));
    }

    private static String filed(Visit visit, String unit, Period period) {
        String page =
                visit.get("/cockpit?unit=" + unit + "&period=" + period.iso()).body();
        String mark = "data-figure=\"filed\"";
        int at = page.indexOf(mark);
        assertThat(at).as("the cockpit counts what is filed").isPositive();
        return page.substring(page.indexOf('>', at) + 1, page.indexOf('<', at));
    }

    @Test
    void aReturnIsCountedAndListedAsSoonAsItIsFiled() {
        Period period = Period.janFeb(1996);
        List<RegisterEntry> all = enterprises(3, "230102", 1996);
        file(all.get(0), period, 1000);
        Visit leader = visit("leader-230000");
        String list = "/returns?state=FILED&period=" + period.iso();
        for (int i = 1; i < all.size(); i++) {
            assertThat(filed(leader, "230000", period)).isEqualTo("" + i);
            assertThat(leader.get(list).body()).doesNotContain(name(all.get(i)));
            file(all.get(i), period, 1000);
            assertThat(filed(leader, "230000", period)).isEqualTo("" + (i + 1));
            assertThat(leader.get(list).body()).contains(name(all.get(i)));
        }
        String growth = "/growth?by=enterprise&unit=230102&period=" + period.iso();
        assertThat(leader.get(growth).body()).contains(name(all.get(2)));
    }

    @Test
    void aMonthIsFinalAsSoonAsItIsClosedAndProvisionalAsSoonAsItIsReopened() {
        Period period = Period.janFeb(1997);
        List<RegisterEntry> all = enterprises(2, "230102", 1997);
        all.forEach(enterprise -> file(enterprise, period, 1000));
        Visit leader = visit("leader-230100");
        String cockpit = "/cockpit?unit=230100&period=" + period.iso();
        assertThat(leader.get(cockpit).body()).doesNotContain(FINAL);
        asSystem(() -> review.acceptClean(period, "", true));
        for (String unit : List.of("230102", "230103", "230202", "230100", "230200", "230000")) {
            assertThat(leader.get(cockpit).body()).doesNotContain(FINAL);
            inScopeOf("analyst-" + unit, () -> closings.close(period, unit));
        }
        assertThat(leader.get(cockpit).body()).contains(FINAL);
        inScopeOf("analyst-230102", () -> {
            closings.requestReopening(period, "230102", "漏报");
            return true;
        });
        assertThat(leader.get(cockpit).body()).contains(FINAL);
        inScopeOf("analyst-230000", () -> {
            closings.approve(period, "230102");
            return true;
        });
        assertThat(leader.get(cockpit).body()).doesNotContain(FINAL);
    }

    @Test
    void whatOneMaySeeIsNotShownToTheNext() {
        Period period = Period.janFeb(1998);
        RegisterEntry here = enterprises(1, "230102", 1998).getFirst();
        RegisterEntry there = enterprises(1, "230202", 1998).getFirst();
        file(here, period, 1000);
        file(there, period, 1000);
        Visit province = visit("leader-230000");
        Visit city = visit("leader-230200");
        for (String list : List.of(
                "/enterprises?month=1998-02",
                "/returns?period=" + period.iso(),
                "/growth?by=enterprise&period=" + period.iso(),
                "/cockpit?period=" + period.iso())) {
            String name = name(here);
            assertThat(province.get(list).body()).as(list).contains(name, name(there));
            assertThat(city.get(list).body()).as(list).contains(name(there)).doesNotContain(name);
        }
        assertThat(filed(province, "230000", period)).isEqualTo("2");
        assertThat(filed(city, "230200", period)).isEqualTo("1");
    }

    private static String name(RegisterEntry enterprise) {
        return enterprise.history().getFirst().name();
    }
}
