package org.diaodu.sample;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;

/** A prefecture of the sample with its counties of March 2022, its weight, its growth beside the province's, its parks. */
public record City(
        String code, String stem, double weight, double growthPct, List<Region> counties, Map<String, String> parks) {

    static List<City> all() {
        return Table.read("cities.csv").rows().stream().map(City::of).toList();
    }

    private static City of(Table.Row row) {
        String code = row.text("city");
        var parks = new HashMap<String, String>();
        for (String park : row.text("parks").split(";")) {
            String[] parts = park.split("=");
            parks.put(parts[0], parts[1] + "（示例）");
        }
        return new City(
                code,
                row.text("short"),
                row.number("count"),
                row.number("growth"),
                Regions.bundled().children(code, YearMonth.of(2022, 3)),
                parks);
    }

    boolean has(Region county) {
        return code.equals(county.parent());
    }

    /** The park of an enterprise that lies in one; a county without a named park has its own. */
    String park(Region county) {
        String named = parks.get(county.code());
        if (named != null) {
            return named;
        }
        return county.name().endsWith("区") ? stem + county.stem() + "工业园区（示例）" : county.stem() + "经济开发区（示例）";
    }

    /** Districts bear the city's name, counties their own. */
    String place(Region county) {
        if (county.name().endsWith("区")) {
            return stem;
        }
        int nation = county.name().indexOf("蒙古族");
        return nation > 0 ? county.name().substring(0, nation) : county.stem();
    }

    double[] countyWeights() {
        return counties.stream()
                .mapToDouble(county ->
                        parks.containsKey(county.code()) ? 2.4 : county.name().endsWith("区") ? 1.0 : 1.2)
                .toArray();
    }
}
