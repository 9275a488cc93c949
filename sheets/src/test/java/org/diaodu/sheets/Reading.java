package org.diaodu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a file with the columns code, name, output and staff: the cells and the faults. */
record Reading(List<List<@Nullable Object>> rows, List<UnitSeen> units, Faults faults) {

    static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.code("code", "企业代码").inEveryRow(),
            SheetColumn.text("name", "企业名称"),
            SheetColumn.decimal("output", "工业总产值").inEverySheet(),
            SheetColumn.whole("staff", "平均用工人数"));

    static Reading of(byte[] file, String name, ReadOptions options) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (SheetReader sheet = SheetReader.open(new ByteArrayInputStream(file), name, COLUMNS, options)) {
            for (SheetRow row : sheet) {
                rows.add(Arrays.asList(row.code("code"), row.text("name"), row.decimal("output"), row.whole("staff")));
            }
            return new Reading(rows, sheet.units(), sheet.faults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(Book book) throws IOException {
        return of(book.bytes(), "returns.xlsx", ReadOptions.DEFAULT);
    }

    static Reading csv(String text) {
        return csv(text, StandardCharsets.UTF_8);
    }

    static Reading csv(String text, Charset charset) {
        return of(text.getBytes(charset), "returns.csv", ReadOptions.DEFAULT);
    }

    /** The number in the only row, as text. */
    static String number(String written) {
        Reading reading = csv("code,output\nA,\"" + written.replace("\"", "\"\"") + "\"\n");
        Object number = reading.rows().getFirst().get(2);
        return number instanceof BigDecimal value
                ? value.toPlainString()
                : reading.only().code();
    }

    Fault only() {
        assertThat(faults.list()).hasSize(1);
        return faults.list().getFirst();
    }

    Fault fault(String code) {
        return faults.list().stream()
                .filter(fault -> fault.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + faults.list()));
    }

    List<String> codes() {
        return faults.list().stream().map(Fault::code).toList();
    }
}
