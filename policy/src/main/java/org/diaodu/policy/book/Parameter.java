package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A figure that changes with time, such as the one-year LPR: the value of a day is that of the latest date not after it. */
public record Parameter(String id, NavigableMap<LocalDate, BigDecimal> values) {

    public Parameter {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    /** The value that holds on this day; null before the first. */
    public @Nullable BigDecimal on(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> entry = values.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    /** Reads {@code from,value} lines with {@code #} comments; null where something in them is wrong. */
    static @Nullable Parameter read(String id, String text, FaultList faults) {
        NavigableMap<LocalDate, BigDecimal> values = new TreeMap<>();
        boolean headed = false;
        int number = 0;
        int before = faults.size();
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            if (!headed) {
                headed = true;
                if (bare.equals("from,value")) {
                    continue;
                }
            }
            String[] cells = bare.split(",", -1);
            LocalDate from = cells.length == 2 ? date(cells[0].strip()) : null;
            BigDecimal value = cells.length == 2 ? number(cells[1].strip()) : null;
            if (from == null || value == null) {
                faults.add(
                        "policy.parameter",
                        number,
                        "读不懂“" + bare + "”。建议：写作 2022-01-20,0.0370。",
                        "cannot read \"" + bare + "\". Maybe write 2022-01-20,0.0370.");
            } else if (values.put(from, value) != null) {
                faults.add(
                        "policy.parameter",
                        number,
                        from + " 有两个数值。建议：只留一行。",
                        from + " has two values. Maybe keep one line.");
            }
        }
        if (values.isEmpty() && faults.size() == before) {
            faults.add(
                    "policy.parameter",
                    0,
                    "没有数值。建议：第一行写 from,value，其后每行一个日期和数值。",
                    "there are no values. Maybe write from,value and then a date and a value on each line.");
        }
        return faults.size() == before ? new Parameter(id, values) : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
