package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/**
 * A figure that changes with time, such as the one-year LPR, and may differ by region: the value of a day is that of the
 * latest date not after it.
 *
 * @param values of the nation
 * @param regional by GB/T 2260 code, for figures by region
 */
public record Parameter(
        String id,
        NavigableMap<LocalDate, BigDecimal> values,
        Map<String, NavigableMap<LocalDate, BigDecimal>> regional) {

    private static final String NATION = "000000";
    private static final String HEADING = "from,value";
    private static final String REGIONAL_HEADING = "region,from,value";

    public Parameter {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
        Map<String, NavigableMap<LocalDate, BigDecimal>> each = new TreeMap<>();
        regional.forEach((region, of) -> each.put(region, Collections.unmodifiableNavigableMap(new TreeMap<>(of))));
        regional = Collections.unmodifiableMap(each);
    }

    /** The same everywhere. */
    public Parameter(String id, NavigableMap<LocalDate, BigDecimal> values) {
        this(id, values, Map.of());
    }

    /** The value that holds in the nation on this day; null before the first. */
    public @Nullable BigDecimal on(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> entry = values.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    /** Every value there is, of any day and region. */
    public List<BigDecimal> all() {
        List<BigDecimal> all = new ArrayList<>(values.values());
        regional.values().forEach(of -> all.addAll(of.values()));
        return all;
    }

    /** Whether it differs by region, so that a subject whose region is not known has no value. */
    public boolean byRegion() {
        return !regional.isEmpty();
    }

    /** The value of the region on this day, else of the region above that has one, at last of the nation; null where none has. */
    public @Nullable BigDecimal on(@Nullable String region, LocalDate day) {
        if (byRegion() && region == null) {
            return null;
        }
        return seriesFor(region).stream()
                .map(series -> series.floorEntry(day))
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What holds for a region, nearest first: its own values, those of the regions above it, the nation's. */
    public List<NavigableMap<LocalDate, BigDecimal>> seriesFor(@Nullable String region) {
        List<NavigableMap<LocalDate, BigDecimal>> series = new ArrayList<>();
        if (region != null && !regional.isEmpty()) {
            Regions.bundled().path(region).reversed().stream()
                    .map(above -> regional.get(above.code()))
                    .filter(Objects::nonNull)
                    .forEach(series::add);
        }
        series.add(values);
        return series;
    }

    /** Reads {@code from,value} or {@code region,from,value} lines with {@code #} comments; null where something is wrong. */
    static @Nullable Parameter read(String id, String text, FaultList faults) {
        Map<String, NavigableMap<LocalDate, BigDecimal>> all = new TreeMap<>();
        boolean headed = false;
        boolean byRegion = false;
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
                byRegion = bare.equals(REGIONAL_HEADING);
                if (byRegion || bare.equals(HEADING)) {
                    continue;
                }
            }
            line(byRegion ? bare : NATION + "," + bare, byRegion, all, faults, number);
        }
        if (all.isEmpty() && faults.size() == before) {
            faults.add(
                    "policy.parameter",
                    0,
                    "没有数值。建议：第一行写 from,value，其后每行一个日期和数值。",
                    "there are no values. Maybe write from,value and then a date and a value on each line.");
        }
        NavigableMap<LocalDate, BigDecimal> nation = all.remove(NATION);
        return faults.size() == before ? new Parameter(id, nation == null ? new TreeMap<>() : nation, all) : null;
    }

    private static void line(
            String bare,
            boolean byRegion,
            Map<String, NavigableMap<LocalDate, BigDecimal>> all,
            FaultList faults,
            int number) {
        String[] cells = bare.split(",", -1);
        boolean known = cells[0].strip().equals(NATION) || Regions.bundled().find(cells[0].strip()) != null;
        LocalDate from = cells.length == 3 ? date(cells[1].strip()) : null;
        BigDecimal value = cells.length == 3 ? number(cells[2].strip()) : null;
        String form = byRegion ? "230100,2022-01-20,0.0370" : "2022-01-20,0.0370";
        String shown = byRegion ? bare : bare.substring(NATION.length() + 1);
        if (!known || from == null || value == null) {
            faults.add(
                    "policy.parameter",
                    number,
                    "读不懂“" + shown + "”" + (known ? "" : "：没有这个行政区划") + "。建议：写作 " + form + "。",
                    "cannot read \"" + shown + "\"" + (known ? "" : ": there is no such region") + ". Maybe write "
                            + form + ".");
        } else if (all.computeIfAbsent(cells[0].strip(), region -> new TreeMap<>())
                        .put(from, value)
                != null) {
            faults.add(
                    "policy.parameter",
                    number,
                    (byRegion ? cells[0].strip() + " 在 " : "") + from + " 有两个数值。建议：只留一行。",
                    (byRegion ? cells[0].strip() + " on " : "") + from + " has two values. Maybe keep one line.");
        }
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
