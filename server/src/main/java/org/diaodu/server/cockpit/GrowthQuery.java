package org.diaodu.server.cockpit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.Selection;
import org.diaodu.server.access.Unit;
import org.diaodu.server.pages.Address;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.jspecify.annotations.Nullable;

/**
 * One view of growth, as its address says it: which enterprises, split by what, ordered how.
 *
 * @param unit the unit whose enterprises are looked at
 * @param period a month or year-to-date
 * @param against the period to compare with; null for none
 * @param by the axis of the rows, or {@link Axes#ENTERPRISE}
 * @param level the level of that axis; null if nothing lies below what is chosen
 * @param cross a second axis whose groups stand beside those of the first; null for none
 * @param selection codes chosen on the axes
 * @param falling only enterprises whose output fell (rows of enterprises only)
 * @param search part of a name
 * @param sort the column, {@code contribution} if none is named
 * @param ascending smallest first
 * @param page from 1
 */
public record GrowthQuery(
        Unit unit,
        Period period,
        @Nullable Period against,
        String by,
        @Nullable String level,
        @Nullable String cross,
        Selection selection,
        boolean falling,
        String search,
        String sort,
        boolean ascending,
        int page) {
    public static final String NO_CODE = "none";
    static final List<String> SORTS = List.of(
            "contribution", "name", "enterprises", "base", "value", "growth", "share", "price", "change", "output");

    /** Reads the parameters; what they say wrongly is left out and told in {@code faults} as message keys with values. */
    public static GrowthQuery of(Map<String, String> given, Unit unit, Period latest, List<Fault> faults) {
        Selection selection = selection(given);
        Period period = period(given.getOrDefault("period", ""), latest, "growth.fault.period", faults);
        String against = given.getOrDefault("against", "");
        String by = oneOf(given.getOrDefault("by", ""), rowAxes(), firstAxis(unit), "growth.fault.by", faults);
        String next = by.equals(Axes.ENTERPRISE) ? null : Axes.next(by, selection, unit.code());
        String level = given.getOrDefault("level", "");
        boolean named = !by.equals(Axes.ENTERPRISE) && Axes.levels(by).contains(level);
        String cross = given.getOrDefault("cross", "");
        return new GrowthQuery(
                unit,
                period,
                against.isEmpty() ? null : period(against, period.samePeriodLastYear(), "growth.fault.period", faults),
                next == null && !named ? Axes.ENTERPRISE : by,
                named ? level : next,
                Axes.isAxis(cross) && !cross.equals(by) ? cross : null,
                selection,
                given.getOrDefault("falling", "").equals("true"),
                given.getOrDefault("q", "").strip(),
                oneOf(given.getOrDefault("sort", ""), SORTS, "contribution", "growth.fault.sort", faults),
                given.getOrDefault("order", "").equals("asc"),
                page(given.getOrDefault("page", "1")));
    }

    /** Something in the address that could not be used, and what was used instead. */
    public record Fault(String key, String value, String used) {}

    /** The dimension of the rows; for enterprises there is none. */
    public List<Dimension> dimensions() {
        if (level == null || by.equals(Axes.ENTERPRISE)) return List.of();
        Dimension rows = Axes.dimension(by, level);
        if (cross == null) return List.of(rows);
        String below = Axes.next(cross, selection, unit.code());
        return below == null ? List.of(rows) : List.of(rows.times(Axes.dimension(cross, below)));
    }

    public boolean isByEnterprise() {
        return by.equals(Axes.ENTERPRISE);
    }

    /** The address of this view. */
    public Address address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("unit", unit.code());
        parameters.put("period", period.iso());
        if (against != null) parameters.put("against", against.iso());
        parameters.put("by", by);
        boolean usual = level == null || level.equals(Axes.next(by, selection, unit.code()));
        if (!usual && level != null) parameters.put("level", level);
        if (cross != null) parameters.put("cross", cross);
        for (String axis : Axes.ALL) {
            String code = selection.codeByAxis().get(axis);
            if (code != null) parameters.put(axis, code.isEmpty() ? NO_CODE : code);
        }
        if (falling) parameters.put("falling", "true");
        if (!search.isEmpty()) parameters.put("q", search);
        if (!sort.equals("contribution")) parameters.put("sort", sort);
        if (ascending) parameters.put("order", "asc");
        if (page > 1) parameters.put("page", Integer.toString(page));
        return new Address("/growth", parameters);
    }

    /** The address one level deeper: a group of the rows becomes part of the selection. */
    public Address into(Map<String, String> codes) {
        Selection deeper = selection;
        for (Map.Entry<String, String> code : codes.entrySet()) deeper = deeper.and(code.getKey(), code.getValue());
        Address address = address().without("page", "level", "cross", "order", "sort", "q");
        for (Map.Entry<String, String> code : codes.entrySet()) {
            address = address.with(code.getKey(), code.getValue().isEmpty() ? NO_CODE : code.getValue());
        }
        boolean further = codes.size() == 1
                && Axes.next(by, deeper, unit.code()) != null
                && Axes.levels(by).size() > 1;
        return further ? address : address.with("by", Axes.ENTERPRISE);
    }

    static List<String> rowAxes() {
        List<String> axes = new ArrayList<>(Axes.ALL);
        axes.add(Axes.ENTERPRISE);
        return axes;
    }

    private static String firstAxis(Unit unit) {
        return unit.level() == Unit.Level.COUNTY ? "industry" : "region";
    }

    private static Selection selection(Map<String, String> given) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String axis : Axes.ALL) {
            String code = given.getOrDefault(axis, "").strip();
            if (!code.isEmpty()) codes.put(axis, code.equals(NO_CODE) ? "" : code);
        }
        return new Selection(codes);
    }

    private static Period period(String text, Period otherwise, String key, List<Fault> faults) {
        if (text.isEmpty()) return otherwise;
        try {
            Period period = Period.parse(text);
            boolean usable = period.isReporting() || period.equals(period.toYearToDate());
            if (usable) return period;
        } catch (StandardsException e) {
            faults.add(new Fault(key, text, otherwise.iso()));
            return otherwise;
        }
        faults.add(new Fault(key, text, otherwise.iso()));
        return otherwise;
    }

    private static String oneOf(String value, List<String> known, String otherwise, String key, List<Fault> faults) {
        if (value.isEmpty() || known.contains(value)) return value.isEmpty() ? otherwise : value;
        faults.add(new Fault(key, value, otherwise));
        return otherwise;
    }

    private static int page(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }
}
