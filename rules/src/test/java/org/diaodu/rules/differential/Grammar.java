package org.diaodu.rules.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws FEEL expressions of a type from what is in scope. */
final class Grammar {

    private static final int MOST_DIGITS = 30;
    private static final int NARROW = 15;

    private final RandomGenerator random;
    private final Constants constants;
    private final List<Phrase> scope;
    private final List<Draft.Knowledge> knowledge;

    Grammar(RandomGenerator random, List<Phrase> scope, List<Draft.Knowledge> knowledge) {
        this.random = random;
        this.constants = new Constants(random);
        this.scope = scope;
        this.knowledge = knowledge;
    }

    /** The same grammar where more names are known. */
    Grammar with(List<Phrase> names) {
        List<Phrase> more = new ArrayList<>(scope);
        more.addAll(names);
        return new Grammar(random, more, knowledge);
    }

    Phrase constant(Sort sort) {
        return constants.of(sort);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Phrase leaf(Sort sort) {
        List<Phrase> names = scope.stream().filter(name -> name.sort() == sort).toList();
        if (!names.isEmpty() && chance(75)) {
            return one(names);
        }
        return constants.of(sort);
    }

    private Phrase exactLeaf(Sort sort) {
        Phrase drawn = leaf(sort);
        return drawn.exact() && drawn.digits() <= NARROW ? drawn : constants.of(sort);
    }

    Phrase phrase(Sort sort, int depth) {
        if (depth <= 0 || chance(15)) {
            return leaf(sort);
        }
        if (chance(8)) {
            return Phrase.of(
                    sort,
                    "(if {0} then {1} else {2})",
                    phrase(Sort.TRUTH, depth - 1),
                    phrase(sort, depth - 1),
                    otherwise(sort, depth));
        }
        List<Draft.Knowledge> fitting =
                knowledge.stream().filter(k -> k.body().sort() == sort).toList();
        if (!fitting.isEmpty() && chance(35)) {
            return invocation(one(fitting), depth);
        }
        if (sort != Sort.NUMBERS && chance(3)) {
            return Phrase.of(sort, "{ x: {0}, y: x }.y", phrase(sort, depth - 1));
        }
        return switch (sort) {
            case NUMBER -> number(depth);
            case TEXT -> text(depth);
            case TRUTH -> truth(depth);
            case DATE -> date(depth);
            case MONTHS -> months(depth);
            case DAYS -> days(depth);
            case NUMBERS -> leaf(sort);
        };
    }

    private Phrase otherwise(Sort sort, int depth) {
        return chance(10) ? Phrase.of(sort, "null") : phrase(sort, depth - 1);
    }

    private Phrase invocation(Draft.Knowledge one, int depth) {
        List<Phrase> parts = new ArrayList<>();
        StringBuilder form = new StringBuilder("{0}(");
        parts.add(Phrase.named(one.body().sort(), one.name(), 0, 0));
        for (Field parameter : one.parameters()) {
            form.append(parts.size() > 1 ? ", " : "")
                    .append('{')
                    .append(parts.size())
                    .append('}');
            Phrase argument = narrow(phrase(parameter.sort(), depth - 1));
            parts.add(argument);
        }
        Phrase call = Phrase.of(one.body().sort(), form.append(')').toString(), parts.toArray(Phrase[]::new));
        return call.sized(MOST_DIGITS, 9);
    }

    /** An exact number of few digits, so that what is made of it stays below the 34 of the reference. */
    private Phrase narrow(Phrase phrase) {
        return phrase.sort() != Sort.NUMBER || phrase.exact() && phrase.digits() <= 10
                ? phrase
                : exactLeaf(Sort.NUMBER);
    }

    // --- numbers

    private Phrase number(int depth) {
        switch (random.nextInt(22)) {
            case 0, 1, 2 -> {
                Phrase a = phrase(Sort.NUMBER, depth - 1);
                Phrase b = phrase(Sort.NUMBER, depth - 1);
                return sum(chance(50) ? "({0} + {1})" : "({0} - {1})", a, b);
            }
            case 3, 4 -> {
                Phrase a = phrase(Sort.NUMBER, depth - 1);
                Phrase b = chance(60) ? constants.of(Sort.NUMBER) : phrase(Sort.NUMBER, depth - 1);
                if (a.digits() + b.digits() > MOST_DIGITS || !a.exact() || !b.exact()) {
                    return a;
                }
                return Phrase.of(Sort.NUMBER, "({0} * {1})", a, b)
                        .sized(a.digits() + b.digits(), a.scale() + b.scale());
            }
            case 5, 6 -> {
                return quotient(depth);
            }
            case 7 -> {
                Phrase a = exact(depth);
                return a.digits() > 10
                        ? a
                        : Phrase.of(Sort.NUMBER, "({0} ** " + (2 + random.nextInt(2)) + ")", a)
                                .sized(MOST_DIGITS, 12)
                                .rounded();
            }
            case 8, 9 -> {
                Phrase a = phrase(Sort.NUMBER, depth - 1);
                Phrase b = phrase(Sort.NUMBER, depth - 1);
                String of = one(List.of("min", "max"));
                return chance(50) ? sum(of + "({0}, {1})", a, b) : sum(of + "([{0}, {1}])", a, b);
            }
            case 10 -> {
                Phrase a = phrase(Sort.NUMBER, depth - 1);
                Phrase b = phrase(Sort.NUMBER, depth - 1);
                return sum("sum([{0}, {1}, {0}])", a, b);
            }
            case 11 -> {
                Phrase a = exact(depth);
                Phrase b = exact(depth);
                return sum("mean([{0}, {1}, " + (chance(50) ? "1, 2" : "3") + "])", a, b)
                        .rounded();
            }
            case 12 -> {
                return Phrase.of(
                                Sort.NUMBER,
                                "count([{0}, {1}])",
                                phrase(Sort.NUMBER, depth - 1),
                                phrase(Sort.NUMBER, depth - 1))
                        .exactly()
                        .sized(2, 0);
            }
            case 13 -> {
                Phrase a = roundable(depth);
                return Phrase.of(Sort.NUMBER, one(List.of("floor", "ceiling")) + "({0})", a)
                        .sized(a.digits(), 0)
                        .exactly();
            }
            case 14, 15 -> {
                Phrase a = roundable(depth);
                String by = one(List.of("decimal", "round up", "round down", "round half up", "round half down"));
                return Phrase.of(Sort.NUMBER, by + "({0}, " + (random.nextInt(5) - 1) + ")", a)
                        .sized(a.digits() + 1, 3)
                        .exactly();
            }
            case 16 -> {
                return sized("abs({0})", phrase(Sort.NUMBER, depth - 1));
            }
            case 17 -> {
                Phrase a = exact(depth);
                Phrase b = chance(60) ? constants.of(Sort.NUMBER) : exact(depth);
                return a.digits() > 15 || b.digits() > 15 ? a : sum("modulo({0}, {1})", a, b);
            }
            case 18 -> {
                return Phrase.of(Sort.NUMBER, "string length({0})", phrase(Sort.TEXT, depth - 1))
                        .sized(4, 0);
            }
            case 19 -> {
                String part = one(List.of(
                        "{0}.year", "{0}.month", "{0}.day", "{0}.weekday", "day of year({0})", "week of year({0})"));
                Phrase date = leaf(Sort.DATE);
                return date.name() == null && part.startsWith("{")
                        ? Phrase.of(Sort.NUMBER, "date(\"2024-02-29\")" + part.substring(3))
                                .sized(4, 0)
                        : Phrase.of(Sort.NUMBER, part, date).sized(4, 0);
            }
            case 20 -> {
                return Phrase.of(Sort.NUMBER, "({0})." + one(List.of("days", "hours")), phrase(Sort.DAYS, depth - 1))
                        .sized(9, 0);
            }
            default -> {
                Phrase list = leafOrNull(Sort.NUMBERS);
                return list == null
                        ? parts()
                        : Phrase.of(Sort.NUMBER, one(List.of("sum", "count", "max", "min")) + "({0})", list)
                                .sized(20, 4);
            }
        }
    }

    /** Years or months of a duration between two dates: of one that was added up, KIE gives what was added, not the whole. */
    private Phrase parts() {
        return Phrase.of(
                        Sort.NUMBER,
                        "(years and months duration({0}, {1}))." + one(List.of("years", "months")),
                        leaf(Sort.DATE),
                        leaf(Sort.DATE))
                .sized(6, 0);
    }

    private @org.jspecify.annotations.Nullable Phrase leafOrNull(Sort sort) {
        return scope.stream().filter(name -> name.sort() == sort).findAny().orElse(null);
    }

    private Phrase exact(int depth) {
        Phrase drawn = phrase(Sort.NUMBER, depth - 1);
        return drawn.exact() ? drawn : exactLeaf(Sort.NUMBER);
    }

    /** An exact number, or the quotient of one by a constant: its fraction is never so near a half that rounding could tell. */
    private Phrase roundable(int depth) {
        Phrase a = exact(depth);
        return chance(30) && a.digits() <= 15
                ? Phrase.of(Sort.NUMBER, "({0} / {1})", a, divisor()).sized(a.digits() + 4, 9)
                : a;
    }

    private Phrase quotient(int depth) {
        Phrase a = exact(depth);
        Phrase b = chance(50) ? divisor() : exact(depth);
        return a.digits() > 18 || b.digits() > 12
                ? a
                : Phrase.of(Sort.NUMBER, "({0} / {1})", a, b)
                        .sized(MOST_DIGITS, 9)
                        .rounded();
    }

    private Phrase divisor() {
        return Constants.number(
                new java.math.BigDecimal(one(List.of("2", "3", "4", "7", "10", "100", "12", "0.3", "-3", "10000"))));
    }

    private static Phrase sum(String form, Phrase a, Phrase b) {
        return Phrase.of(Sort.NUMBER, form, a, b)
                .sized(
                        Math.max(a.digits(), b.digits()) + Math.abs(a.scale() - b.scale()) + 1,
                        Math.max(a.scale(), b.scale()));
    }

    private static Phrase sized(String form, Phrase a) {
        return Phrase.of(Sort.NUMBER, form, a).sized(a.digits(), a.scale());
    }

    // --- texts

    private Phrase text(int depth) {
        Phrase a = phrase(Sort.TEXT, depth - 1);
        return switch (random.nextInt(7)) {
            case 0, 1 -> Phrase.of(Sort.TEXT, "({0} + {1})", a, phrase(Sort.TEXT, depth - 1));
            case 2 -> Phrase.of(Sort.TEXT, "substring({0}, " + one(List.of("1", "2", "-1", "-2", "5")) + ")", a);
            case 3 ->
                Phrase.of(
                        Sort.TEXT,
                        "substring({0}, " + one(List.of("1", "2", "-2")) + ", " + (1 + random.nextInt(3)) + ")",
                        a);
            case 4 -> Phrase.of(Sort.TEXT, one(List.of("upper case", "lower case")) + "({0})", a);
            case 5 ->
                Phrase.of(
                        Sort.TEXT,
                        one(List.of("substring before", "substring after")) + "({0}, {1})",
                        a,
                        Constants.text(one(List.of("a", "业", " ", "'"))));
            default -> Phrase.of(Sort.TEXT, "string({0}.year)", leafNamed(Sort.DATE));
        };
    }

    private Phrase leafNamed(Sort sort) {
        List<Phrase> names = scope.stream().filter(name -> name.sort() == sort).toList();
        return names.isEmpty() ? Phrase.of(sort, "date(\"2022-02-28\")") : one(names);
    }

    // --- truth

    private static final List<String> SIGNS = List.of("<", "<=", ">", ">=", "=", "!=");
    private static final List<Sort> ORDERED =
            List.of(Sort.NUMBER, Sort.NUMBER, Sort.NUMBER, Sort.DATE, Sort.MONTHS, Sort.DAYS, Sort.TEXT);

    private Phrase comparable(Sort sort, int depth) {
        Phrase drawn = phrase(sort, depth);
        return drawn.exact() ? drawn : exactLeaf(sort);
    }

    private Phrase truth(int depth) {
        Sort sort = one(ORDERED);
        Phrase a = comparable(sort, depth - 1);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> {
                return Phrase.of(Sort.TRUTH, "({0} " + sign(sort) + " {1})", a, comparable(sort, depth - 1));
            }
            case 4 -> {
                Phrase of = exact(depth);
                Phrase by = exact(depth);
                return of.digits() > 15 || by.digits() > 12
                        ? Phrase.of(Sort.TRUTH, "({0} > {1})", of, by)
                        : Phrase.of(
                                Sort.TRUTH, "({0} / {1} " + one(SIGNS) + " {2})", of, by, constants.of(Sort.NUMBER));
            }
            case 5 -> {
                return sort == Sort.TEXT
                        ? Phrase.of(Sort.TRUTH, "({0} = {1})", a, leaf(sort))
                        : Phrase.of(Sort.TRUTH, "({0} between {1} and {2})", a, low(sort), high(sort));
            }
            case 6 -> {
                return sort == Sort.TEXT
                        ? Phrase.of(Sort.TRUTH, "({0} in ({1}, {2}))", a, constants.of(sort), constants.of(sort))
                        : Phrase.of(Sort.TRUTH, "({0} in " + interval("{1}", "{2}") + ")", a, low(sort), high(sort));
            }
            case 7 -> {
                return Phrase.of(Sort.TRUTH, "({0} in ({1}, {2}, null))", a, constants.of(sort), constants.of(sort));
            }
            case 8, 9 -> {
                return Phrase.of(
                        Sort.TRUTH,
                        "({0} " + one(List.of("and", "or")) + " {1})",
                        phrase(Sort.TRUTH, depth - 1),
                        phrase(Sort.TRUTH, depth - 1));
            }
            case 10, 11 -> {
                return Phrase.of(Sort.TRUTH, "not({0})", phrase(Sort.TRUTH, depth - 1));
            }
            case 12 -> {
                return Phrase.of(Sort.TRUTH, "({0} " + one(List.of("=", "!=")) + " null)", a);
            }
            case 13 -> {
                return Phrase.of(
                        Sort.TRUTH,
                        one(List.of("contains", "starts with", "ends with")) + "({0}, {1})",
                        phrase(Sort.TEXT, depth - 1),
                        leaf(Sort.TEXT));
            }
            case 14 -> {
                Phrase number = exact(depth);
                return number.digits() > 15 || number.scale() > 0 && chance(80)
                        ? Phrase.of(Sort.TRUTH, "list contains([{0}, 1, null], {1})", number, exactLeaf(Sort.NUMBER))
                        : Phrase.of(Sort.TRUTH, one(List.of("odd", "even")) + "({0})", number);
            }
            default -> {
                return Phrase.of(
                        Sort.TRUTH,
                        one(List.of("all", "any")) + "([{0}, {1}])",
                        phrase(Sort.TRUTH, depth - 1),
                        phrase(Sort.TRUTH, depth - 1));
            }
        }
    }

    private String sign(Sort sort) {
        return sort == Sort.TEXT && chance(70) ? one(List.of("=", "!=")) : one(SIGNS);
    }

    private String interval(String low, String high) {
        return one(List.of("[", "(", "]")) + low + ".." + high + one(List.of("]", ")", "["));
    }

    private Phrase low(Sort sort) {
        return switch (sort) {
            case NUMBER -> Constants.number(new java.math.BigDecimal(one(List.of("-10", "0", "0.5", "1"))));
            case DATE ->
                Constants.date(java.time.LocalDate.parse(one(List.of("2000-01-01", "2020-02-29", "2022-01-31"))));
            case MONTHS -> Constants.months(one(List.of(-1, 0, 1)));
            case DAYS -> Constants.days(java.time.Duration.ofHours(one(List.of(-24, 0, 1))));
            default -> throw new IllegalArgumentException(sort.name());
        };
    }

    private Phrase high(Sort sort) {
        return switch (sort) {
            case NUMBER -> Constants.number(new java.math.BigDecimal(one(List.of("2.5", "10", "99.99", "10000"))));
            case DATE ->
                Constants.date(java.time.LocalDate.parse(one(List.of("2022-03-31", "2024-02-29", "2022-12-31"))));
            case MONTHS -> Constants.months(one(List.of(3, 12, 18)));
            case DAYS -> Constants.days(java.time.Duration.ofHours(one(List.of(24, 36, 720))));
            default -> throw new IllegalArgumentException(sort.name());
        };
    }

    // --- dates and durations

    private Phrase date(int depth) {
        return switch (random.nextInt(4)) {
            case 0, 1 ->
                Phrase.of(Sort.DATE, "({0} " + one(List.of("+", "-")) + " {1})", leaf(Sort.DATE), leaf(Sort.MONTHS));
            case 2 ->
                Phrase.of(
                        Sort.DATE,
                        "({0} + {1})",
                        leaf(Sort.DATE),
                        Constants.days(java.time.Duration.ofDays(random.nextInt(-40, 400))));
            default ->
                Phrase.of(
                        Sort.DATE,
                        "date({0}.year, " + (1 + random.nextInt(12)) + ", " + one(List.of("1", "28", "30", "31")) + ")",
                        leafNamed(Sort.DATE));
        };
    }

    private Phrase months(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> Phrase.of(Sort.MONTHS, "years and months duration({0}, {1})", leaf(Sort.DATE), leaf(Sort.DATE));
            case 1 ->
                Phrase.of(
                        Sort.MONTHS, "({0} " + one(List.of("+", "-")) + " {1})", leaf(Sort.MONTHS), leaf(Sort.MONTHS));
            default -> leaf(Sort.MONTHS);
        };
    }

    private Phrase days(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> Phrase.of(Sort.DAYS, "({0} - {1})", leaf(Sort.DATE), leaf(Sort.DATE));
            case 1 ->
                Phrase.of(Sort.DAYS, "({0} " + one(List.of("+", "-")) + " {1})", leaf(Sort.DAYS), leaf(Sort.DAYS));
            default -> leaf(Sort.DAYS);
        };
    }

    // --- cells

    /** Unary tests on a value of this type. */
    Phrase cell(Sort sort) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> {
                return Phrase.of(Sort.TRUTH, Draft.DASH);
            }
            case 4 -> {
                return Phrase.of(Sort.TRUTH, chance(50) ? "null" : "not(null)");
            }
            case 5, 6 -> {
                return Phrase.of(Sort.TRUTH, "{0}, {1}", constants.of(sort), constants.of(sort));
            }
            case 7 -> {
                return Phrase.of(Sort.TRUTH, "not({0}, {1})", constants.of(sort), constants.of(sort));
            }
            case 8, 9, 10, 11 -> {
                return ordered(sort)
                        ? Phrase.of(Sort.TRUTH, one(SIGNS.subList(0, 4)) + " {0}", constants.of(sort))
                        : Phrase.of(Sort.TRUTH, "{0}", constants.of(sort));
            }
            case 12, 13, 14 -> {
                return ordered(sort)
                        ? Phrase.of(Sort.TRUTH, interval("{0}", "{1}"), low(sort), high(sort))
                        : Phrase.of(Sort.TRUTH, "{0}", constants.of(sort));
            }
            case 15 -> {
                return ordered(sort)
                        ? Phrase.of(Sort.TRUTH, "not(" + interval("{0}", "{1}") + ")", low(sort), high(sort))
                        : Phrase.of(Sort.TRUTH, "not({0})", constants.of(sort));
            }
            case 16 -> {
                return ordered(sort)
                        ? Phrase.of(
                                Sort.TRUTH,
                                "< {0}, " + interval("{1}", "{2}"),
                                constants.of(sort),
                                low(sort),
                                high(sort))
                        : Phrase.of(Sort.TRUTH, "{0}", leaf(sort));
            }
            case 17 -> {
                return switch (sort) {
                    case NUMBER ->
                        Phrase.of(
                                Sort.TRUTH,
                                "? + {0} > {1} and ? < {2}",
                                constants.of(sort),
                                leaf(sort),
                                constants.of(sort));
                    case TEXT ->
                        Phrase.of(Sort.TRUTH, one(List.of("contains", "starts with")) + "(?, {0})", constants.of(sort));
                    case TRUTH -> Phrase.of(Sort.TRUTH, "? or {0}", leaf(sort));
                    default -> Phrase.of(Sort.TRUTH, "? != null and ? >= {0}", constants.of(sort));
                };
            }
            case 18 -> {
                return ordered(sort)
                        ? Phrase.of(Sort.TRUTH, one(SIGNS.subList(0, 4)) + " {0}", leaf(sort))
                        : Phrase.of(Sort.TRUTH, "{0}", leaf(sort));
            }
            default -> {
                return Phrase.of(Sort.TRUTH, "{0}", constants.of(sort));
            }
        }
    }

    private static boolean ordered(Sort sort) {
        return sort != Sort.TEXT && sort != Sort.TRUTH;
    }
}
