package org.diaodu.server.cockpit.web;

import java.util.Map;
import org.diaodu.server.cockpit.GrowthParameter;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;

/**
 * The form of one growth parameter.
 *
 * @param now the line as it stands
 * @param stale whether somebody changed it after the form was opened
 */
public record ParameterForm(
        GrowthParameter now,
        String vaRate,
        String priceIndex,
        String source,
        String reason,
        boolean stale,
        Map<String, String> errors) {

    static ParameterForm of(GrowthParameter line) {
        return new ParameterForm(
                line, text(line.vaRate()), text(line.priceIndex()), line.source(), "", false, Map.of());
    }

    static ParameterForm again(GrowthParameter now, Map<String, String> given, Map<String, String> errors) {
        return new ParameterForm(
                now,
                given.getOrDefault("vaRate", ""),
                given.getOrDefault("priceIndex", ""),
                given.getOrDefault("source", ""),
                given.getOrDefault("reason", ""),
                errors.isEmpty(),
                errors);
    }

    public String industryName() {
        Industry industry = Industries.bundled().find(now.industry());
        return industry == null ? now.industry() : now.industry() + " " + industry.name();
    }

    public String value(String field) {
        return switch (field) {
            case "vaRate" -> vaRate;
            case "priceIndex" -> priceIndex;
            case "source" -> source;
            default -> reason;
        };
    }

    /** What stands now, for a stale save to be compared with. */
    public String standing(String field) {
        return switch (field) {
            case "vaRate" -> text(now.vaRate());
            case "priceIndex" -> text(now.priceIndex());
            case "source" -> now.source();
            default -> "";
        };
    }

    private static String text(@org.jspecify.annotations.Nullable Double figure) {
        return figure == null ? "" : java.math.BigDecimal.valueOf(figure).toPlainString();
    }
}
