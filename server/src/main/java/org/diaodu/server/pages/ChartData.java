package org.diaodu.server.pages;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart as a page sends it: its kind (a function of static/charts.js), the finding as its title, the unit as its note,
 * and the data that becomes a JSON block.
 */
public record ChartData(String id, String kind, String title, String note, Map<String, ?> data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The data as JSON that may stand inside a script element. */
    public String json() {
        return JSON.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
