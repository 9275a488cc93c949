package org.diaodu.rules.differential;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws cases for a model: its own constants and their neighbours, nulls, missing values, extremes. */
final class CaseGenerator {

    private final RandomGenerator random;
    private final Constants constants;

    CaseGenerator(RandomGenerator random) {
        this.random = random;
        this.constants = new Constants(random);
    }

    /** Cases for all of these models, which have the same inputs. An absent key is a missing value. */
    List<Map<String, @Nullable Object>> cases(List<Field> fields, List<Draft> drafts, int many) {
        List<Object> known = new ArrayList<>();
        drafts.forEach(draft -> draft.nodes()
                .forEach(node -> Draft.walk(node, phrase -> {
                    if (phrase.value() != null) {
                        known.add(phrase.value());
                    }
                })));
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            for (Field field : fields) {
                int dice = random.nextInt(100);
                if (dice < 6) {
                    one.put(field.name(), null);
                } else if (dice > 7) {
                    one.put(field.name(), value(field, known));
                }
            }
            cases.add(one);
        }
        return cases;
    }

    private Object value(Field field, List<Object> known) {
        List<Object> fitting =
                known.stream().filter(value -> fits(value, field)).toList();
        int dice = random.nextInt(10);
        if (!fitting.isEmpty() && dice < 6) {
            Object constant = fitting.get(random.nextInt(fitting.size()));
            Object beside = dice < 2 ? null : Constants.beside(constant, field.scale(), dice < 4);
            return beside != null && fits(beside, field) ? beside : constant;
        }
        if (dice == 9) {
            return extreme(field);
        }
        Object constant = constants.of(field.sort()).value();
        return constant != null && fits(constant, field) ? constant : extreme(field);
    }

    private static boolean fits(Object value, Field field) {
        return switch (field.sort()) {
            case NUMBER ->
                value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= field.scale()
                        && number.setScale(field.scale(), RoundingMode.HALF_UP).precision() <= field.digits();
            case TEXT -> value instanceof String;
            case TRUTH -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate date && date.getYear() > 1900 && date.getYear() < 2200;
            case MONTHS -> value instanceof java.time.chrono.ChronoPeriod;
            case DAYS -> value instanceof java.time.Duration;
            case NUMBERS -> false;
        };
    }

    private Object extreme(Field field) {
        return switch (field.sort()) {
            case NUMBER -> {
                BigDecimal most = BigDecimal.TEN
                        .pow(field.digits())
                        .subtract(BigDecimal.ONE)
                        .movePointLeft(field.scale());
                yield switch (random.nextInt(4)) {
                    case 0 -> most;
                    case 1 -> most.negate();
                    case 2 -> BigDecimal.ONE.movePointLeft(field.scale());
                    default -> BigDecimal.ZERO;
                };
            }
            case TEXT -> List.of("", "制造业制造业", "'; drop table cases; --", "😀a").get(random.nextInt(4));
            case TRUTH -> random.nextBoolean();
            case DATE ->
                LocalDate.of(1990 + random.nextInt(60), 1 + random.nextInt(12), 1)
                        .plusMonths(1)
                        .minusDays(1);
            case MONTHS -> Constants.months(BigDecimal.valueOf(random.nextInt(-30, 130)));
            case DAYS -> java.time.Duration.ofSeconds(random.nextInt(-200_000, 40_000_000));
            case NUMBERS -> throw new IllegalArgumentException("no input");
        };
    }
}
