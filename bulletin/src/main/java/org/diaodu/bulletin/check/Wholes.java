package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Known wholes whose parts stand in the text on their own: amounts, contributions, shares of growth, shares and growth. */
final class Wholes implements Rule {

    private static final double NEARLY = 0.2;

    @Override
    public void find(Passage passage, Findings findings) {
        for (Partition partition : Partition.known()) {
            contributions(passage, partition, findings);
            between(passage, partition, findings);
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
        Figure first =
                parts.stream().min(Comparator.comparingInt(Figure::start)).orElseThrow();
        Totals heads = new Totals(passage);
        List<Figure> totals = heads.level(first, "");
        Figure total =
                heads.fitting(totals, first.carrier(), "", t -> Sum.of(parts, t).agrees(t.printed()));
        if (total != null && Math.abs(Sum.of(parts, total).value() / total.value() - 1) < NEARLY) {
            findings.compare(
                    partition.name() + "合计",
                    Sum.expression(parts),
                    Sum.of(parts, total),
                    total,
                    parts.toArray(Figure[]::new));
            Sums.growth(findings, parts, total);
        }
    }

    private static List<Figure> parts(Passage passage, Partition partition, Role role) {
        List<Figure> candidates = passage.figures().stream()
                .filter(f -> f.role() == role && f.column() == 0)
                .toList();
        return partition.complete(candidates, f -> f.carrier().label());
    }

    /** A whole grows no faster than its fastest part and no slower than its slowest. */
    private static void between(Passage passage, Partition partition, Findings findings) {
        List<Figure> parts = parts(passage, partition, Role.GROWTH);
        if (parts.isEmpty()) {
            return;
        }
        double low = parts.stream().mapToDouble(p -> p.printed().low()).min().orElseThrow();
        double high = parts.stream().mapToDouble(p -> p.printed().high()).max().orElseThrow();
        Figure total = total(passage, first(parts), parts, t -> t.printed().holds(low, high));
        if (total == null) {
            return;
        }
        if (!total.printed().holds(low, high)) {
            Figure nearest = parts.stream()
                    .min(Comparator.comparingDouble(p -> Math.abs(p.value() - total.value())))
                    .orElseThrow();
            findings.impossible(
                    "总增速介于各分项增速之间",
                    total.printed().text() + " ∉ [" + Numbers.plain(low) + ", " + Numbers.plain(high) + "]",
                    new Computed(
                            nearest.value(),
                            nearest.printed().low(),
                            nearest.printed().high()),
                    "%",
                    "总体增速不会高于最快的分项、低于最慢的分项",
                    Sum.with(parts, total));
        }
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
        Figure total = total(passage, first(parts), parts, t -> Sum.of(parts).agrees(t.printed()));
        Figure[] operands = parts.toArray(Figure[]::new);
        if (total == null) {
            findings.implied(partition.name() + "拉动合计", Sum.expression(parts), Sum.of(parts), "%", "总增速", operands);
        } else {
            findings.compare(partition.name() + "拉动合计", Sum.expression(parts), Sum.of(parts), total, operands);
        }
        baseShares(partition, parts, findings);
    }

    /** The growth that parts of a whole belong to: one that agrees, else the likeliest. */
    private static @Nullable Figure total(Passage passage, Figure part, List<Figure> parts, Predicate<Figure> agrees) {
        Totals totals = new Totals(passage);
        List<Figure> candidates = totals.growth(part.carrier(), part.role() == Role.GROWTH ? "" : part.other()).stream()
                .filter(t -> parts.stream().noneMatch(p -> p.carrier() == t.carrier()))
                .toList();
        return totals.fitting(candidates, part.carrier(), part.role() == Role.GROWTH ? "" : part.other(), agrees);
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
                .filter(Objects::nonNull)
                .toList();
        if (growing.isEmpty() || given.size() != growing.size() - 1) {
            return;
        }
        Figure total = total(passage, first(given), growing, t -> true);
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
                    Sum.with(given, total, last));
        } else {
            findings.implied(
                    "缺项拉动＝总增速－其余拉动", expression, rest, "个百分点", last.carrier().label(), Sum.with(given, total, last));
        }
    }

    private static Figure first(List<Figure> parts) {
        return parts.stream().min(Comparator.comparingInt(Figure::start)).orElseThrow();
    }
}
