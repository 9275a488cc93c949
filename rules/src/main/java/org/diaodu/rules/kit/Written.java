package org.diaodu.rules.kit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.feel.lang.types.BuiltInType;

/** A value as a test file writes it, before its type is known. */
sealed interface Written {

    /** The FEEL value. The type written wins over {@code declared}, the type the model declares. */
    @Nullable
    Object feel(@Nullable DMNType declared);

    record Nil() implements Written {
        @Override
        public @Nullable Object feel(@Nullable DMNType declared) {
            return null;
        }
    }

    record Items(List<Written> items) implements Written {
        @Override
        public Object feel(@Nullable DMNType declared) {
            List<@Nullable Object> values = new ArrayList<>();
            DMNType item = declared == null || !declared.isCollection() ? null : itemType(declared);
            items.forEach(written -> values.add(written.feel(item)));
            return values;
        }

        /** A list type either wraps the type of its items or is that type with a flag on it. */
        private static DMNType itemType(DMNType list) {
            DMNType base = list.getBaseType();
            return base == null || base.isCollection() ? list : base;
        }
    }

    record Parts(Map<String, Written> parts) implements Written {
        @Override
        public Object feel(@Nullable DMNType declared) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            Map<String, DMNType> fields =
                    declared == null || declared.getFields() == null ? Map.of() : declared.getFields();
            parts.forEach((name, written) -> values.put(name, written.feel(fields.get(name))));
            return values;
        }
    }

    /**
     * A text with the type {@code xsi:type} gives it.
     *
     * @param type without its prefix; empty where the file gives none
     */
    record Text(String type, String text, Place place) implements Written {
        @Override
        public Object feel(@Nullable DMNType declared) {
            try {
                return typed(type.isEmpty() ? declaredName(declared) : type);
            } catch (NumberFormatException | DateTimeException e) {
                throw unreadable(e);
            }
        }

        private Object typed(String as) {
            return switch (as) {
                case "string", "" -> text;
                case "boolean" -> text.strip().equals("true") || text.strip().equals("1");
                case "decimal", "double", "float", "integer", "int", "long", "short", "byte", "number" ->
                    new BigDecimal(text.strip());
                case "date" -> temporal(BuiltInType.DATE);
                case "time" -> temporal(BuiltInType.TIME);
                case "dateTime", "date and time" -> temporal(BuiltInType.DATE_TIME);
                case "duration", "dayTimeDuration", "yearMonthDuration" -> temporal(BuiltInType.DURATION);
                default -> throw unreadable(null);
            };
        }

        /** Read by FEEL's own functions, so that an expected value has the class an answer has. */
        private Object temporal(BuiltInType as) {
            Object value = as.fromString(text.strip());
            if (value == null) {
                throw unreadable(null);
            }
            return value;
        }

        private static String declaredName(@Nullable DMNType declared) {
            DMNType type = declared;
            while (type != null && type.getBaseType() != null) {
                type = type.getBaseType();
            }
            String name = type == null ? "" : type.getName();
            return switch (name) {
                case "number", "boolean", "date", "time", "date and time" -> name;
                case "days and time duration", "years and months duration" -> "duration";
                default -> "string";
            };
        }

        private RuleFault unreadable(@Nullable Exception cause) {
            return new RuleFault(
                    "rules.kit-value",
                    place,
                    "“" + text + "”不能按类型 " + type + " 读取。建议：核对 xsi:type 和写法。",
                    "'" + text + "' cannot be read as " + type + ". Maybe check its xsi:type and spelling.",
                    cause);
        }
    }
}
