package org.diaodu.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds which cell of a heading row is which expected column, and the units written in it. */
final class Headings {

    private static final String UNITS = "元|千元|万元|百万元|千万元|亿元|人|户|家|个|%|吨|万吨|千瓦时|万千瓦时|亿千瓦时|度|万度|台|套|吨标准煤";
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【]([^()\\[\\]【】]*)[)\\]】]\\s*$");
    private static final Pattern UNIT = Pattern.compile("(?:单位[::]?)?(" + UNITS + ")");
    private static final Pattern SHEET_UNIT = Pattern.compile("(?:计量|金额)?单位\\s*:\\s*(" + UNITS + ")");
    private static final Set<String> MONEY = Set.of("元", "千元", "万元", "百万元", "千万元", "亿元");

    private final List<SheetColumn> expected;
    private final Map<String, SheetColumn> byHeading = new LinkedHashMap<>();

    Headings(List<SheetColumn> expected) {
        this.expected = expected;
        for (SheetColumn column : expected) {
            byHeading.putIfAbsent(Letters.heading(column.name()), column);
            for (String heading : column.headings()) {
                byHeading.putIfAbsent(Letters.heading(heading), column);
            }
        }
    }

    /** What the chosen heading row means: for each expected column its position, and the heading texts. */
    record Match(Map<String, Integer> positions, List<String> texts, List<UnitSeen> units) {}

    /** How many different expected columns this row names. */
    int score(RawRow row) {
        Set<SheetColumn> found = new LinkedHashSet<>();
        for (RawCell cell : row.cells()) {
            SheetColumn column = cell.isBlank() ? null : find(cell.text());
            if (column != null) {
                found.add(column);
            }
        }
        return found.size();
    }

    Match match(RawRow row, Place sheet, Faults faults) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> texts = new ArrayList<>();
        List<UnitSeen> units = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            RawCell cell = row.cell(i);
            String text = Letters.trimmed(cell.text());
            texts.add(text);
            if (cell.isBlank()) {
                continue;
            }
            Place place = sheet.row(row.number()).column(i + 1, text);
            SheetColumn column = find(text);
            if (column == null) {
                unknown.add(i);
            } else if (positions.putIfAbsent(column.name(), i) instanceof Integer first) {
                faults.add(duplicate(place, text, column, first));
            } else if (unit(text) instanceof String unit) {
                units.add(new UnitSeen(column.name(), unit, place));
            }
        }
        List<String> spare = unknown.stream().map(texts::get).toList();
        for (int i : unknown) {
            faults.add(unknown(sheet.row(row.number()).column(i + 1, texts.get(i)), texts.get(i), positions));
        }
        for (SheetColumn column : expected) {
            if (column.required() && !positions.containsKey(column.name())) {
                faults.add(missing(sheet.row(row.number()), column, spare));
            }
        }
        return new Match(positions, texts, units);
    }

    /** The unit a row above the headings gives for the whole sheet, as 单位:千元. */
    static @Nullable UnitSeen unitAbove(RawRow row, Place sheet) {
        for (int i = 0; i < row.cells().size(); i++) {
            Matcher unit = SHEET_UNIT.matcher(Letters.plain(row.cell(i).text()));
            if (unit.find()) {
                return new UnitSeen(null, unit.group(1), sheet.row(row.number()).column(i + 1, null));
            }
        }
        return null;
    }

    static void reportMixedUnits(List<UnitSeen> units, Faults faults) {
        UnitSeen first = null;
        for (UnitSeen seen : units) {
            if (!MONEY.contains(seen.unit())) {
                continue;
            }
            if (first == null) {
                first = seen;
            } else if (!first.unit().equals(seen.unit())) {
                faults.add(new Fault(
                        "sheets.mixed-units",
                        Severity.WARNING,
                        seen.place(),
                        seen.unit(),
                        new Wording(
                                "同一张表混用金额单位，前面用的是“" + first.unit() + "”",
                                "the sheet mixes units of money, \"" + first.unit() + "\" came before"),
                        new Wording("全表统一为一种单位", "use one unit throughout the sheet")));
                return;
            }
        }
    }

    private @Nullable SheetColumn find(String heading) {
        SheetColumn whole = byHeading.get(Letters.heading(heading));
        if (whole != null || unit(heading) == null) {
            return whole;
        }
        String bare = BRACKETS.matcher(Letters.plain(heading)).replaceFirst("");
        return bare.isEmpty() ? null : byHeading.get(Letters.heading(bare));
    }

    static @Nullable String unit(String heading) {
        Matcher brackets = BRACKETS.matcher(Letters.plain(heading));
        if (!brackets.find()) {
            return null;
        }
        Matcher unit = UNIT.matcher(brackets.group(1).strip());
        return unit.matches() ? unit.group(1) : null;
    }

    private static Fault duplicate(Place place, String text, SheetColumn column, int first) {
        String before = new Place("", null, 0, first + 1, null).letters();
        return new Fault(
                "sheets.duplicate-column",
                Severity.ERROR,
                place,
                text,
                new Wording(
                        "“" + column.shown() + "”出现两次，前一次在 " + before + " 列",
                        "\"" + column.name() + "\" stands twice, before in column " + before),
                new Wording("删去其中一列", "remove one of the two"));
    }

    private Fault unknown(Place place, String text, Map<String, Integer> found) {
        List<String> free = expected.stream()
                .filter(c -> !found.containsKey(c.name()))
                .flatMap(c ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(c.name()), c.headings().stream()))
                .toList();
        String nearest = Nearest.to(text, free);
        return new Fault(
                "sheets.unknown-column",
                nearest == null ? Severity.HINT : Severity.WARNING,
                place,
                text,
                new Wording("不认识这一列，未读取", "this column is not known and was not read"),
                nearest == null
                        ? new Wording("如不需要可不理会", "it is not needed: then leave it")
                        : new Wording("改为“" + nearest + "”", "\"" + nearest + "\" is meant"));
    }

    private static Fault missing(Place place, SheetColumn column, List<String> spare) {
        String nearest = null;
        List<String> names = new ArrayList<>(column.headings());
        names.add(column.name());
        for (String name : names) {
            nearest = nearest == null ? Nearest.to(name, spare) : nearest;
        }
        return new Fault(
                "sheets.missing-column",
                Severity.ERROR,
                place.column(0, column.shown()),
                "",
                new Wording(
                        "缺少必需的列“" + column.shown() + "”", "the required column \"" + column.name() + "\" is missing"),
                nearest == null
                        ? new Wording("加上这一列", "add it")
                        : new Wording(
                                "“" + nearest + "”应改名为“" + column.name() + "”",
                                "\"" + nearest + "\" is it: rename it"));
    }
}
