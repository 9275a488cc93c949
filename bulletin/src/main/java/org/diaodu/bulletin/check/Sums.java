package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;

/** The parts a text lists under a total add up to it, column by column, and so do their growth and the total's. */
final class Sums implements Rule {

    private static final double NEARLY_ALL = 0.97;

    @Override
    public void find(Passage passage, Findings findings) {
        for (Breakdown breakdown : passage.breakdowns()) {
            if (breakdown.total().role() == Role.GROWTH) {
                continue; // growth of parts does not add up
            }
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
            findings.partly("已列分项合计不超过总额", Sum.expression(parts), sum, total, operands);
            findings.implied(
                    "其余部分＝总额－已列分项",
                    total.printed().text() + "-(" + Sum.expression(parts) + ")",
                    rest,
                    total.unit(),
                    "已列分项合计" + Numbers.plain(sum.value()),
                    Sum.with(parts, total));
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
    static void growth(Findings findings, List<Figure> parts, Figure total) {
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
                total.carrier().label().matches(".*(?:增加值|GDP|生产总值).*")
                                && Math.abs(made.value() - published.value()) < 0.5
                        ? Verdict.OTHER_BASIS
                        : Verdict.CONTRADICTS,
                "现价总量与可比价格增速",
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
}
