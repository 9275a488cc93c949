package org.diaodu.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.standards.Ownership;

/**
 * How the sample's enterprises of one industrial division behave: how many and how large they are, where they are, and
 * what follows from their output. Shares are fractions; {@code kwh} per 千元 of output at 2018 prices; {@code staff} per
 * 1000万元 of yearly output; {@code growthPct} is the aim for the first quarter of 2022 relative to the others.
 */
public record Division(
        int index,
        String code,
        double count,
        double size,
        double valueAddedRate,
        double margin,
        double taxRate,
        double exportShare,
        double kwh,
        double staff,
        String prices,
        double priceAmplitude,
        List<Double> season,
        double covid,
        double growthPct,
        Ownership ownership,
        Map<String, Double> cityWeights) {

    static List<Division> all() {
        Map<String, double[]> seasons = Table.series("seasons.csv");
        List<Table.Row> rows = Table.read("divisions.csv").rows();
        return rows.stream().map(row -> of(rows.indexOf(row), row, seasons)).toList();
    }

    private static Division of(int index, Table.Row row, Map<String, double[]> seasons) {
        double[] season = seasons.get(row.text("season"));
        if (season == null) {
            throw new IllegalStateException("no season " + row.text("season"));
        }
        return new Division(
                index,
                row.text("division"),
                row.number("count"),
                row.number("size"),
                row.number("va_rate"),
                row.number("margin"),
                row.number("tax"),
                row.number("export"),
                row.number("kwh"),
                row.number("staff"),
                row.text("price"),
                row.number("amplitude"),
                Arrays.stream(season).boxed().toList(),
                row.number("covid"),
                row.number("growth"),
                Ownership.valueOf(row.text("ownership")),
                weights(row.text("cities")));
    }

    private static Map<String, Double> weights(String cells) {
        var weights = new HashMap<String, Double>();
        for (String cell : cells.split(";")) {
            String[] parts = cell.split(":");
            weights.put(parts[0], Double.valueOf(parts[1]));
        }
        return weights;
    }

    /** How much likelier than by its size alone a city is to have an enterprise of this division. */
    double weightIn(City city) {
        Double own = cityWeights.get(city.code().substring(0, 4));
        return own != null ? own : cityWeights.getOrDefault("*", 0.2);
    }

    boolean isEquipment() {
        return prices.equals("EQUIPMENT");
    }
}
