package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Scope;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BulkReturnsTest extends PlatformTest {

    @Autowired
    RegisterLoading register;

    @Autowired
    BulkReturns bulk;

    @Autowired
    Returns returns;

    private List<RegisterEntry> enterprises(int count) {
        List<RegisterEntry> entries = SampleReturns.enterprises(count, TestProvince.COUNTY, YearMonth.of(2030, 1));
        asSystem(() -> register.load(entries));
        return entries;
    }

    private static List<ReturnRow> rows(List<RegisterEntry> entries, double output, int months) {
        return entries.stream()
                .map(entry -> new ReturnRow(entry.creditCode(), SampleReturns.figures(output, months)))
                .toList();
    }

    @Test
    void aBatchIsFiledOnceAndTheSameBatchAgainChangesNothing() {
        List<ReturnRow> rows = rows(enterprises(3), 1000, 2);
        Period period = Period.janFeb(2031);
        List<ReturnRow> janFeb = rows.stream()
                .map(row -> new ReturnRow(row.creditCode(), SampleReturns.figures(1000, 1)))
                .toList();
        LoadReceipt first = inScopeOf("analyst-230102", () -> bulk.load(period, janFeb));
        assertThat(first.filed()).isEqualTo(3);
        assertThat(first.figures()).isEqualTo(3 * 42);
        LoadReceipt again = inScopeOf("analyst-230102", () -> bulk.load(period, janFeb));
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.filed() + again.changed()).isZero();
        List<Observation> seen =
                inScopeOf("analyst-230102", () -> returns.observationsFor(period, new Scope("230102", null)));
        assertThat(seen)
                .filteredOn(o -> o.creditCode().equals(janFeb.getFirst().creditCode()))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.output()).isEqualTo(1000);
                    assertThat(o.base()).isEqualTo(900);
                });
    }

    @Test
    void oneBadReturnRefusesTheWholeBatch() {
        List<RegisterEntry> entries = enterprises(2);
        Map<String, Figure> bad = SampleReturns.figures(1000, 1);
        bad.put("export_value", Figure.of(5000, 5000, 1, 1));
        Period period = Period.janFeb(2032);
        List<ReturnRow> rows = List.of(
                new ReturnRow(entries.get(0).creditCode(), SampleReturns.figures(1000, 1)),
                new ReturnRow(entries.get(1).creditCode(), bad));
        assertThatThrownBy(() -> inScopeOf("analyst-230102", () -> bulk.load(period, rows)))
                .isInstanceOf(BatchRefused.class)
                .hasMessageContaining("GY105");
        long filed = asSystem(() -> jdbc.sql("select count(*) from filing where period = :p")
                .param("p", period.iso())
                .query(Long.class)
                .single());
        assertThat(filed).isZero();
    }

    @Test
    void anAnalystOfAnotherCountyCannotFileForIt() {
        List<ReturnRow> rows = rows(enterprises(1), 1000, 1);
        assertThatThrownBy(() -> inScopeOf("analyst-230103", () -> bulk.load(Period.janFeb(2033), rows)))
                .isInstanceOf(BatchRefused.class)
                .hasMessageContaining("RT32");
    }
}
