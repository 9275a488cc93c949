package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.Enterprise;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.registry.Registered;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.sheets.SheetWriter;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One file for many enterprises: tried out with every fault in its place, written as a whole, once. */
class ReturnImportTest extends PlatformTest {
    private static final String ANALYST = "analyst-230102";

    @Autowired
    RegisterLoading register;

    @Autowired
    ReturnImports imports;

    @Autowired
    ReturnSheets sheets;

    @Autowired
    Items items;

    private List<RegisterEntry> enterprises(int year, int count) {
        List<RegisterEntry> entries =
                SampleReturns.enterprises(count, TestProvince.COUNTY, YearMonth.of(year, 1), YearMonth.of(year + 1, 1));
        asSystem(() -> register.load(entries));
        return entries;
    }

    private byte[] file(List<RegisterEntry> entries, Period period, double output, boolean xlsx) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ReturnSheets.Prefilled> rows = new ArrayList<>();
        for (RegisterEntry entry : entries) {
            Attributes attributes = entry.history().getFirst();
            rows.add(new ReturnSheets.Prefilled(
                    new Registered(new Enterprise(0, entry.creditCode(), null, attributes.region(), 1), attributes),
                    FormFields.of(items.all(), Figures.of(SampleReturns.figures(output, 1)))));
        }
        try (SheetWriter writer = xlsx ? SheetWriter.xlsx(out) : SheetWriter.csv(out)) {
            sheets.write(writer, period, rows);
        }
        return out.toByteArray();
    }

    private ImportReport tried(Period period, String name, byte[] content) {
        return report(keep(period, name, content));
    }

    private UUID keep(Period period, String name, byte[] content) {
        return province.as(ANALYST, () -> imports.keep(period, name, content));
    }

    private ImportReport report(UUID id) {
        return province.as(ANALYST, () -> {
            imports.dryRun(id);
            return java.util.Objects.requireNonNull(
                    imports.find(id).orElseThrow().report());
        });
    }

    private LoadReceipt written(UUID id) {
        return province.as(ANALYST, () -> {
            imports.write(id);
            return java.util.Objects.requireNonNull(
                    imports.find(id).orElseThrow().receipt());
        });
    }

    @Test
    void aFileIsTriedOutThenWrittenThenSaysNothingNew() throws IOException {
        Period period = Period.janFeb(1970);
        List<RegisterEntry> entries = enterprises(1970, 5);
        byte[] file = file(entries, period, 1000, true);
        UUID id = keep(period, "returns.xlsx", file);
        ImportReport report = report(id);
        assertThat(report.problems()).isEmpty();
        assertThat(report.fresh()).isEqualTo(5);
        assertThat(filings(period)).isZero();
        LoadReceipt receipt = written(id);
        assertThat(receipt.filed()).isEqualTo(5);
        assertThat(receipt.figures()).isEqualTo(5 * 42);
        ImportReport again = tried(period, "returns.xlsx", file);
        assertThat(again.unchanged()).isEqualTo(5);
        assertThat(again.canBeWritten()).isFalse();
        UUID changed = keep(period, "returns.xlsx", file(entries.subList(0, 2), period, 1100, true));
        assertThat(report(changed).changed()).isEqualTo(2);
        assertThat(written(changed).changed()).isEqualTo(2);
        assertThat(filings(period)).isEqualTo(7);
    }

    @Test
    void theSameFileWrittenTwiceChangesNothing() throws IOException {
        Period period = Period.janFeb(1971);
        byte[] file = file(enterprises(1971, 3), period, 1000, true);
        written(keep(period, "a.xlsx", file));
        LoadReceipt second = written(keep(period, "a.xlsx", file));
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(filings(period)).isEqualTo(3);
    }

    @Test
    void everyFaultIsToldWithRowColumnValueAndAdvice() {
        Period period = Period.janFeb(1972);
        List<RegisterEntry> entries = enterprises(1972, 3);
        String head = "统一社会信用代码,企业名称,工业总产值本月（千元）,工业总产值本年累计（千元）,工业销售产值本月,工业销售产值本年累计,营业收入本月,营业收入本年累计,"
                + "营业成本本月,营业成本本年累计,利润总额本月,利润总额本年累计,用电量本月,用电量本年累计,平均用工人数本期,出口交货值本月,出口交货值本年累计\n";
        String good = ",\"1,000\",１０００,950,950,1000,1000,800,800,100,100,10,10,120,50,50\n";
        String text = head
                + entries.get(0).creditCode() + ",甲" + good
                + entries.get(1).creditCode() + ",乙,约一千,1000,950,950,1000,1000,800,800,100,100,10,10,120,50,50\n"
                + entries.get(0).creditCode() + ",甲" + good
                + "91230102YYAAAAAA0X,丙" + good
                + entries.get(2).creditCode() + ",丁,1000,1000,950,950,1000,1000,800,800,100,100,10,10,120,5000,5000\n";
        ImportReport report = tried(period, "bad.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(report.problems())
                .filteredOn(problem -> problem.weight() == ImportReport.Weight.ERROR)
                .extracting(ImportReport.Problem::row, ImportReport.Problem::code)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(3, "sheets.not-a-number"),
                        org.assertj.core.groups.Tuple.tuple(4, "RT31"),
                        org.assertj.core.groups.Tuple.tuple(5, "RT33"),
                        org.assertj.core.groups.Tuple.tuple(6, "GY105"));
        assertThat(report.canBeWritten()).isFalse();
        assertThat(report.problems().stream()
                        .filter(p -> p.row() == 3)
                        .findFirst()
                        .orElseThrow()
                        .zh())
                .contains("约一千", "bad.csv", "3");
    }

    @Test
    void aCsvInTheOldEncodingIsUnderstood() {
        Period period = Period.janFeb(1973);
        List<RegisterEntry> entries = enterprises(1973, 1);
        byte[] utf = new byte[0];
        try {
            utf = file(entries, period, 1000, false);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String text = new String(utf, StandardCharsets.UTF_8).replace("\uFEFF", "");
        ImportReport report = tried(period, "old.csv", text.getBytes(Charset.forName("GB18030")));
        assertThat(report.errors()).isZero();
        assertThat(report.fresh()).isEqualTo(1);
    }

    @Test
    void anotherUnitOfAmountIsRefusedRatherThanGuessed() throws IOException {
        Period period = Period.janFeb(1974);
        byte[] csv = file(enterprises(1974, 1), period, 1000, false);
        String text = new String(csv, StandardCharsets.UTF_8).replace("（千元）", "（万元）");
        ImportReport report = tried(period, "units.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(report.problems()).extracting(ImportReport.Problem::code).contains("RT41");
        assertThat(report.canBeWritten()).isFalse();
    }

    @Test
    void whatIsNoSheetIsRefusedInWords() {
        Period period = Period.janFeb(1975);
        ImportReport report = tried(period, "x.xlsx", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.problems().getFirst().code()).isEqualTo("sheets.not-a-sheet");
    }

    @Test
    void aFileWhoseLastRowCannotStandWritesNothing() throws IOException {
        Period period = Period.janFeb(1976);
        List<RegisterEntry> entries = enterprises(1976, 3);
        String text = new String(file(entries, period, 1000, false), StandardCharsets.UTF_8);
        UUID id = keep(period, "late.csv", text.getBytes(StandardCharsets.UTF_8));
        report(id);
        asSystem(() -> jdbc.sql(
                        "update enterprise_attributes set valid_to = '1976-02-01' where enterprise_id = (select id from enterprise where credit_code = :code)")
                .param("code", entries.get(2).creditCode())
                .update());
        assertThatThrownBy(() -> written(id)).isInstanceOf(BatchRefused.class).hasMessageContaining("RT32");
        assertThat(filings(period)).isZero();
    }

    @Test
    void aFileIsSeenByItsUploaderOnly() throws IOException {
        Period period = Period.janFeb(1977);
        UUID id = keep(period, "mine.xlsx", file(enterprises(1977, 1), period, 1000, true));
        assertThat(province.as("analyst-230100", () -> imports.find(id))).isEmpty();
        assertThat(province.as(ANALYST, () -> imports.find(id))).isPresent();
    }

    private long filings(Period period) {
        return asSystem(() -> jdbc.sql("select count(*) from filing where period = :p")
                .param("p", period.iso())
                .query(Long.class)
                .single());
    }
}
