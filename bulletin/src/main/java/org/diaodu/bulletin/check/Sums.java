package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts a text lists under a total add up to it, column by column, and so do their growth and the total's. */
final class Sums implements Rule {

    private static final double NEARLY_ALL = 0.97;
    private static final double NEARLY = 0.2;

    @Override
    public void find(Passage passage, Findings findings) {
        for (Breakdown breakdown : passage.breakdowns()) {
            int columns =
                    breakdown.parts().stream().mapToInt(Figure::column).max().orElse(0) + 1;
            List<Figure> totals = totals(passage, breakdown, columns);
            for (int column = 0; column < columns && totals.size() == columns; column++) {
                int of = column;
                List<Figure> parts =
                        breakdown.parts().stream().filter(p -> p.column() == of).toList();
                Figure total = totals.get(column);
                if (parts.size() >= 2 && parts.stream().allMatch(p -> sameKind(p, total))) {
                    sum(findings, breakdown, parts, total);
                    growth(findings, parts, total);
                }
            }
        }
        named(passage, findings);
    }

    private static List<Figure> totals(Passage passage, Breakdown breakdown, int columns) {
        Figure total = breakdown.total();
        if (columns == 1) {
            return List.of(total);
        }
        List<Figure> same = passage.figures().stream()
                .filter(f -> f.role() == total.role()
                        && f.start() <= total.start()
                        && f.carrier().label().equals(total.carrier().label()))
                .toList();
        return same.size() < columns ? List.of() : same.subList(same.size() - columns, same.size());
    }

    private static boolean sameKind(Figure part, Figure total) {
        return Token.base(part.unit()).equals(Token.base(total.unit()));
    }

    private static void sum(Findings findings, Breakdown breakdown, List<Figure> parts, Figure total) {
        boolean known = Partition.known().stream()
                .anyMatch(p -> p.complete(parts, f -> f.carrier().label()).size() == parts.size());
        boolean whole = breakdown.added() || known || columns(breakdown) || numbered(total, parts.size());
        String name = total.role() == Role.CONTRIBUTION ? "分项拉动合计" : "分项合计";
        Computed sum = Sum.of(parts, total);
        Figure[] operands = parts.toArray(Figure[]::new);
        boolean nearly = sum.value() >= total.value() * NEARLY_ALL;
        if (!breakdown.open() && (whole || nearly || sum.agrees(total.printed()))) {
            findings.compare(name, Sum.expression(parts), sum, total, operands);
        } else if (total.value() > 0 && sum.low() > total.printed().high()) {
            findings.compare(name, Sum.expression(parts), sum, total, operands);
        } else {
            Computed rest = new Computed(
                    total.value() - sum.value(),
                    total.printed().low() - sum.high(),
                    total.printed().high() - sum.low());
            findings.implied(
                    "其余部分＝总额－已列分项",
                    total.printed().text() + "-(" + Sum.expression(parts) + ")",
                    rest,
                    total.unit(),
                    "已列分项合计" + Numbers.plain(sum.value()),
                    with(parts, total));
        }
    }

    /** 五大产业 followed by five. */
    private static boolean numbered(Figure total, int parts) {
        String number = parts < 11 ? "一二三四五六七八九十".substring(parts - 1, parts) : String.valueOf(parts);
        return total.carrier().label().matches(".*(?:" + number + "|" + parts + ")[大个项类].*");
    }

    private static boolean columns(Breakdown breakdown) {
        return breakdown.parts().stream().anyMatch(p -> p.column() > 0);
    }

    /** (ΣL) / Σ L/(1+g) − 1 is the total's growth where all parts print theirs. */
    private static void growth(Findings findings, List<Figure> parts, Figure total) {
        Figure published = total.carrier().figure(Role.GROWTH);
        if (published == null
                || total.role() != Role.LEVEL
                || !Sum.of(parts, total).agrees(total.printed())) {
            return;
        }
        List<Printed> operands = new ArrayList<>();
        List<Figure> evidence = new ArrayList<>(parts);
        StringBuilder base = new StringBuilder();
        for (Figure part : parts) {
            Figure growth = part.carrier().figure(Role.GROWTH);
            if (growth == null) {
                return;
            }
            operands.add(part.printed().times(part.scale() / total.scale()));
            operands.add(growth.printed());
            evidence.add(growth);
            base.append(base.isEmpty() ? "" : "+")
                    .append(part.printed().text())
                    .append("/(1+")
                    .append(growth.printed().operand())
                    .append("%)");
        }
        Computed made = Computed.of(Sums::combined, operands.toArray(Printed[]::new));
        findings.compare(
                "合成增速＝Σ现值÷Σ基期－1",
                "(" + Sum.expression(parts) + ")/(" + base + ")-1",
                made,
                published,
                evidence.toArray(Figure[]::new));
    }

    private static double combined(double[] v) {
        double now = 0;
        double then = 0;
        for (int i = 0; i + 1 < v.length; i += 2) {
            now += v[i];
            then += v[i] / (1 + v[i + 1] / 100);
        }
        return (now / then - 1) * 100;
    }

    /** A known whole whose parts stand in the text on their own: contributions, shares of growth and shares. */
    private static void named(Passage passage, Findings findings) {
        for (Partition partition : Partition.known()) {
            contributions(passage, partition, findings);
            amounts(passage, partition, findings);
            hundred(passage, partition, Role.SHARE_OF_GROWTH, "贡献率合计", findings);
            hundred(passage, partition, Role.SHARE, "占比合计", findings);
        }
    }

    /** Amounts of all parts that are not listed under their total. */
    private static void amounts(Passage passage, Partition partition, Findings findings) {
        List<Figure> candidates = passage.figures().stream()
                .filter(f -> f.role() == Role.LEVEL && f.carrier().total() == null)
                .toList();
        List<Figure> parts = partition.complete(candidates, f -> f.carrier().label());
        if (parts.isEmpty()
                || parts.stream().map(p -> Token.base(p.unit())).distinct().count() > 1) {
            return;
        }
        Figure first = parts.stream()
                .min(java.util.Comparator.comparingInt(Figure::start))
                .orElseThrow();
        List<Figure> totals = new Totals(passage).level(first, "");
        Figure total = Totals.fitting(totals, t -> Sum.of(parts, t).agrees(t.printed()));
        if (total != null && Math.abs(Sum.of(parts, total).value() / total.value() - 1) < NEARLY) {
            findings.compare(
                    partition.name() + "合计",
                    Sum.expression(parts),
                    Sum.of(parts, total),
                    total,
                    parts.toArray(Figure[]::new));
            growth(findings, parts, total);
        }
    }

    private static List<Figure> parts(Passage passage, Partition partition, Role role) {
        List<Figure> candidates = passage.figures().stream()
                .filter(f -> f.role() == role && f.column() == 0)
                .toList();
        return partition.complete(candidates, f -> f.carrier().label());
    }

    private static void hundred(Passage passage, Partition partition, Role role, String name, Findings findings) {
        List<Figure> parts = parts(passage, partition, role);
        if (!parts.isEmpty() && parts.stream().map(Figure::other).distinct().count() == 1) {
            findings.compare(
                    partition.name() + name,
                    Sum.expression(parts),
                    Sum.of(parts),
                    new Printed("100", 100, 100, 100),
                    "%",
                    Verdict.CONTRADICTS,
                    "",
                    parts.toArray(Figure[]::new));
        }
    }

    private static void contributions(Passage passage, Partition partition, Findings findings) {
        List<Figure> parts = parts(passage, partition, Role.CONTRIBUTION);
        if (parts.isEmpty()) {
            residual(passage, partition, findings);
            return;
        }
        Figure total = total(passage, parts.getFirst());
        Figure[] operands = parts.toArray(Figure[]::new);
        if (total == null) {
            findings.implied(partition.name() + "拉动合计", Sum.expression(parts), Sum.of(parts), "%", "总增速", operands);
        } else {
            findings.compare(partition.name() + "拉动合计", Sum.expression(parts), Sum.of(parts), total, operands);
        }
        baseShares(partition, parts, findings);
    }

    private static @Nullable Figure total(Passage passage, Figure part) {
        return new Totals(passage)
                .growth(part.carrier(), part.other()).stream()
                        .reduce((a, b) -> b)
                        .orElse(null);
    }

    private static void baseShares(Partition partition, List<Figure> parts, Findings findings) {
        List<Printed> operands = new ArrayList<>();
        List<Figure> evidence = new ArrayList<>(parts);
        StringBuilder expression = new StringBuilder();
        for (Figure part : parts) {
            Figure growth = part.carrier().figure(Role.GROWTH);
            if (growth == null
                    || growth.printed().low() <= 0 && growth.printed().high() >= 0) {
                return;
            }
            operands.add(part.printed());
            operands.add(growth.printed());
            evidence.add(growth);
            expression
                    .append(expression.isEmpty() ? "" : "+")
                    .append(part.printed().operand())
                    .append("/")
                    .append(growth.printed().operand());
        }
        Computed shares = Computed.of(
                v -> {
                    double sum = 0;
                    for (int i = 0; i + 1 < v.length; i += 2) {
                        sum += v[i] / v[i + 1] * 100;
                    }
                    return sum;
                },
                operands.toArray(Printed[]::new));
        findings.compare(
                partition.name() + "基期占比合计",
                expression.toString(),
                shares,
                new Printed("100", 100, 100, 100),
                "%",
                Verdict.CONTRADICTS,
                "",
                evidence.toArray(Figure[]::new));
    }

    /** All parts but one give their contribution: the rest is the last one's, and may not go against its growth. */
    private static void residual(Passage passage, Partition partition, Findings findings) {
        List<Figure> growing = parts(passage, partition, Role.GROWTH);
        List<Figure> given = growing.stream()
                .map(g -> g.carrier().figure(Role.CONTRIBUTION))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (growing.isEmpty() || given.size() != growing.size() - 1) {
            return;
        }
        Figure total = total(passage, given.getFirst());
        if (total == null) {
            return;
        }
        Figure last = growing.stream()
                .filter(g -> !g.carrier().has(Role.CONTRIBUTION))
                .findFirst()
                .orElseThrow();
        Computed sum = Sum.of(given);
        Computed rest = new Computed(
                total.value() - sum.value(),
                total.printed().low() - sum.high(),
                total.printed().high() - sum.low());
        String expression = total.printed().text() + "-(" + Sum.expression(given) + ")";
        if (last.value() > 0 ? rest.high() < 0 : last.value() < 0 && rest.low() > 0) {
            findings.impossible(
                    "缺项拉动＝总增速－其余拉动",
                    expression,
                    rest,
                    "个百分点",
                    "与" + last.carrier().label() + "的增速方向相反",
                    with(given, total, last));
        } else {
            findings.implied(
                    "缺项拉动＝总增速－其余拉动", expression, rest, "个百分点", last.carrier().label(), with(given, total, last));
        }
    }

    private static Figure[] with(List<Figure> parts, Figure... more) {
        List<Figure> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return all.toArray(Figure[]::new);
    }
}
