package org.diaodu.server.registry.web;

import java.time.YearMonth;
import java.util.Map;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.OperatingStatus;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;

/** The form of an enterprise's attributes, as typed and as understood. */
final class EnterpriseFields {

    private EnterpriseFields() {}

    static Attributes read(Map<String, String> form, YearMonth otherwise) {
        return new Attributes(
                Months.parse(form.getOrDefault("from", ""), otherwise),
                null,
                form.getOrDefault("name", "").strip(),
                form.getOrDefault("region", "").strip(),
                form.getOrDefault("industry", "").strip().split(" ", 2)[0],
                choice(SizeClass.class, form.getOrDefault("size", ""), SizeClass.SMALL),
                choice(Ownership.class, form.getOrDefault("ownership", ""), Ownership.OTHER),
                form.getOrDefault("park", "").strip(),
                form.getOrDefault("chain", "").strip(),
                form.getOrDefault("key", "").equals("true"),
                choice(OperatingStatus.class, form.getOrDefault("status", ""), OperatingStatus.OPERATING));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return otherwise;
    }
}
