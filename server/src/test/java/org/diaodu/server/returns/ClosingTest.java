package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diaodu.lake.Lake;
import org.diaodu.server.access.Scope;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClosingTest extends PlatformTest {

    @Autowired
    RegisterLoading register;

    @Autowired
    BulkReturns bulk;

    @Autowired
    Returns returns;

    @Autowired
    ReturnReview review;

    @Autowired
    Closings closings;

    @Autowired
    LakeObservations lakeObservations;

    @Autowired
    Lake lake;

    /** Enterprises that are in the list in one year only, so that tests do not wait for each other's returns. */
    private List<RegisterEntry> filed(int year, Period period, String... counties) {
        List<RegisterEntry> all = new ArrayList<>();
        for (String county : counties) {
            all.addAll(SampleReturns.enterprises(2, county, YearMonth.of(year, 1), YearMonth.of(year + 1, 1)));
        }
        asSystem(() -> register.load(all));
        asSystem(() -> bulk.load(
                period,
                all.stream()
                        .map(entry -> new ReturnRow(entry.creditCode(), SampleReturns.figures(1000, 1)))
                        .toList()));
        return all;
    }

    private Closing close(String unit, Period period) {
        return inScopeOf("analyst-" + unit, () -> closings.close(period, unit));
    }

    private void closeEverything(Period period) {
        for (String unit : List.of("230102", "230103", "230202", "230100", "230200", "230000")) {
            close(unit, period);
        }
    }

    private void accept(Period period) {
        asSystem(() -> review.acceptClean(period, "", true));
    }

    @Test
    void aCountyClosesOnlyWhenEveryReturnIsAcceptedAndAProvinceOnlyAfterItsCities() {
        Period period = Period.janFeb(1990);
        filed(1990, period, TestProvince.COUNTY);
        assertThatThrownBy(() -> close("230102", period)).hasMessageContaining("CL02");
        accept(period);
        assertThatThrownBy(() -> close("230100", period)).hasMessageContaining("CL03");
        close("230102", period);
        close("230103", period);
        close("230100", period);
        assertThatThrownBy(() -> close("230000", period)).hasMessageContaining("CL03");
        close("230202", period);
        close("230200", period);
        Closing province = close("230000", period);
        assertThat(province.lakeVersion()).isNotNull();
        assertThat(province.enterprises()).isEqualTo(2);
    }

    @Test
    void aClosedPeriodIsReadFromTheLakeAndSaysWhatTheReturnsSaid() {
        Period period = Period.janFeb(1991);
        filed(1991, period, "230102", "230202");
        accept(period);
        Scope scope = new Scope("23", null);
        List<Observation> before = asSystem(() -> returns.observationsFor(period, scope));
        closeEverything(period);
        assertThat(asSystem(() -> returns.lakeVersion(period))).isPresent();
        assertThat(asSystem(() -> returns.observationsFor(period, scope)))
                .isEqualTo(before)
                .hasSize(4);
        assertThat(asSystem(() -> returns.observationsFor(period, new Scope("2302", null))))
                .hasSize(2);
        assertThat(asSystem(() -> returns.observationsFor(period, Scope.NOTHING)))
                .isEmpty();
        assertThat(lake.verify()).isEmpty();
    }

    @Test
    void ofTwoAnalystsClosingAtOnceOneClosesAndTheOtherIsTold() throws Exception {
        Period period = Period.janFeb(1992);
        filed(1992, period, "230102");
        accept(period);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<String> attempt = () -> {
            start.await();
            try {
                close("230102", period);
                return "closed";
            } catch (StepRefused refusal) {
                return refusal.explanation().code();
            }
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = pool.invokeAll(List.of(attempt, attempt));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder("closed", "CL01");
        }
    }

    @Test
    void reopeningNeedsAReasonAndASecondPersonAboveAndReopensEverythingAbove() {
        Period period = Period.janFeb(1993);
        filed(1993, period, "230102");
        accept(period);
        closeEverything(period);
        String county = "230102";
        assertThatThrownBy(() -> inScopeOf("analyst-230102", () -> {
                    closings.requestReopening(period, county, " ");
                    return 1;
                }))
                .hasMessageContaining("CL05");
        inScopeOf("analyst-230100", () -> {
            closings.requestReopening(period, county, "漏报设备产值");
            return 1;
        });
        assertThatThrownBy(() -> approve("analyst-230100", period, county)).hasMessageContaining("CL12");
        assertThatThrownBy(() -> approve("analyst-230102", period, county)).hasMessageContaining("CL13");
        assertThatThrownBy(() -> approve("leader-230000", period, county)).hasMessageContaining("CL11");
        approve("analyst-230000", period, county);
        assertThat(asSystem(() -> closings.standing(period, county))).isEmpty();
        assertThat(asSystem(() -> closings.standing(period, "230100"))).isEmpty();
        assertThat(asSystem(() -> closings.standing(period, "230000"))).isEmpty();
        assertThat(asSystem(() -> closings.standing(period, "230103"))).isPresent();
        int before =
                asSystem(() -> closings.history(period, "230000")).getLast().version();
        close(county, period);
        close("230100", period);
        Closing again = close("230000", period);
        assertThat(again.version()).isEqualTo(before + 1);
        assertThat(lakeObservations.table().versions(period.iso())).hasSize(2);
        assertThat(again.lakeVersion()).isEqualTo(2);
    }

    private void approve(String user, Period period, String region) {
        inScopeOf(user, () -> {
            closings.approve(period, region);
            return 1;
        });
    }

    @Test
    void whatACrashLeftInTheLakeIsDroppedAtStart() {
        Period period = Period.janFeb(1994);
        filed(1994, period, "230102");
        accept(period);
        closeEverything(period);
        lakeObservations.write(period, List.of(), "left by a crash");
        assertThat(lakeObservations.table().versions(period.iso())).hasSize(2);
        new LakeOrphans(jdbc, lakeObservations).drop();
        assertThat(lakeObservations.table().versions(period.iso())).hasSize(1);
        assertThat(asSystem(() -> returns.lakeVersion(period))).contains(1);
    }
}
