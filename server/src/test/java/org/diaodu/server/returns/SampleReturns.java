package org.diaodu.server.returns;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;

/** Made-up enterprises and returns that break no rule, for tests to change one thing about. */
final class SampleReturns {
    private static final AtomicLong SERIAL = new AtomicLong(500_000);

    private SampleReturns() {}

    static List<RegisterEntry> enterprises(int count, String region, YearMonth from) {
        return enterprises(count, region, from, null);
    }

    static List<RegisterEntry> enterprises(int count, String region, YearMonth from, @Nullable YearMonth until) {
        List<RegisterEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = CreditCode.made(region, SERIAL.getAndIncrement()).value();
            entries.add(new RegisterEntry(
                    code,
                    null,
                    List.of(new Attributes(
                            from,
                            until,
                            "示例企业" + code.substring(10),
                            region,
                            "3511",
                            SizeClass.MEDIUM,
                            Ownership.PRIVATE,
                            "",
                            "",
                            false,
                            OperatingStatus.OPERATING)),
                    List.of()));
        }
        return entries;
    }

    /** Figures of a month in which an enterprise of this output does what it always does. */
    static Map<String, Figure> figures(double output, int monthsSoFar) {
        double last = output * 0.9;
        Map<String, Figure> figures = new LinkedHashMap<>();
        flow(figures, "gross_output", output, last, monthsSoFar);
        flow(figures, "sales_output", output * 0.95, last * 0.95, monthsSoFar);
        flow(figures, "export_value", output * 0.1, last * 0.1, monthsSoFar);
        flow(figures, "revenue", output, last, monthsSoFar);
        flow(figures, "cost", output * 0.8, last * 0.8, monthsSoFar);
        flow(figures, "profit", output * 0.1, last * 0.1, monthsSoFar);
        flow(figures, "tax", output * 0.05, last * 0.05, monthsSoFar);
        flow(figures, "orders", output, last, monthsSoFar);
        flow(figures, "electricity", output * 0.01, last * 0.01, monthsSoFar);
        figures.put("receivables", Figure.stock(output * 2, last * 2));
        figures.put("inventory", Figure.stock(output * 0.5, last * 0.5));
        figures.put("staff", Figure.stock(120, 118));
        return figures;
    }

    private static void flow(Map<String, Figure> figures, String item, double month, double base, int months) {
        figures.put(item, Figure.of(month, month * months, base, base * months));
    }
}
