package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a target is broken down to, as it was typed: a value for each region or unit that gets a part, and for a rate its share in
 * the base period. Fields are {@code value-<code>} and {@code weight-<code>}; an empty value gives nothing.
 *
 * @param key the same when the form is sent twice
 */
public record PartsForm(String key, Map<String, String> values) {

    private static final String VALUE = "value-";
    private static final String WEIGHT = "weight-";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One part that was typed: code of a region or of a member unit, and the value in the unit of the whole. */
    record Entry(String code, String value, String weight) {}

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        values.forEach((field, value) -> {
            if (!field.startsWith(VALUE) || value.isBlank()) return;
            String code = field.substring(VALUE.length());
            entries.add(new Entry(code, value, values.getOrDefault(WEIGHT + code, "")));
        });
        return entries;
    }

    /**
     * Faults by field, as message keys.
     *
     * @param offered codes of the regions and units that may get a part
     */
    Map<String, String> faults(Parts before, Set<String> offered) {
        Map<String, String> faults = new LinkedHashMap<>();
        BigDecimal weights = before.weighted();
        for (Entry entry : entries()) {
            if (!offered.contains(entry.code())) faults.put(VALUE + entry.code(), "targets.fault.part");
            if (TargetForm.number(entry.value()) == null) faults.put(VALUE + entry.code(), "targets.fault.number");
            if (!before.whole().isWeighted()) continue;
            BigDecimal weight = TargetForm.number(entry.weight());
            if (weight == null || weight.signum() <= 0 || weight.compareTo(HUNDRED) > 0) {
                faults.put(WEIGHT + entry.code(), "targets.fault.weight");
            } else {
                weights = weights.add(weight);
                if (weights.compareTo(HUNDRED) > 0) faults.put(WEIGHT + entry.code(), "targets.fault.weights");
            }
        }
        if (entries().isEmpty()) faults.put("parts", "targets.fault.parts");
        return faults;
    }

    /** A part as a target of its own. */
    TargetForm part(Target whole, Entry entry, String region, String memberUnit) {
        String bound = whole.aim().bound() == null ? "" : Objects.requireNonNull(whole.aim().bound()).name();
        return new TargetForm(
                key + "/" + entry.code(),
                whole.kind().name(),
                whole.indicator(),
                region,
                whole.subject(),
                memberUnit,
                entry.value(),
                "",
                bound,
                whole.aim().unit().text(),
                whole.course().name(),
                "",
                whole.begins().toString(),
                whole.due().toString(),
                memberUnit.isEmpty() ? whole.measure() : "",
                "",
                whole.document(),
                whole.place());
    }
}
