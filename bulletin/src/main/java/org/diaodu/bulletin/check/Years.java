package org.diaodu.bulletin.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Growth over two years: the average is geometric, √((1+g1)(1+g2)) − 1; amounts and growth imply last year's amounts.
 */
final class Years implements Rule {

    @Override
    public void find(Passage passage, Findings findings) {
        for (Carrier carrier : passage.carriers()) {
            two(passage, findings, carrier);
            base(findings, carrier);
            delta(findings, carrier);
        }
    }

    private static void two(Passage passage, Findings findings, Carrier carrier) {
        Figure average = carrier.figure(Role.TWO_YEARS);
        Figure since = carrier.figure(Role.GROWTH_SINCE);
        Figure growth = carrier.figure(Role.GROWTH);
        if (average != null && since != null) {
            findings.compare(
                    "两年平均＝几何平均",
                    "sqrt(1+" + since.printed().operand() + "%)-1",
                    Computed.of(v -> root(1 + v[0] / 100), since.printed()),
                    average,
                    since);
        } else if (average != null && growth != null) {
            Figure before = lastYear(passage, growth);
            if (before != null) {
                findings.compare(
                        "两年平均＝几何平均",
                        "sqrt((1+" + growth.printed().operand() + "%)*(1+"
                                + before.printed().operand() + "%))-1",
                        Computed.of(v -> root((1 + v[0] / 100) * (1 + v[1] / 100)), growth.printed(), before.printed()),
                        average,
                        growth,
                        before);
            } else {
                findings.implied(
                        "上年增速＝(1+两年平均)²÷(1+增速)－1",
                        "(1+" + average.printed().operand() + "%)^2/(1+"
                                + growth.printed().operand() + "%)-1",
                        Computed.of(
                                v -> (Math.pow(1 + v[0] / 100, 2) / (1 + v[1] / 100) - 1) * 100,
                                average.printed(),
                                growth.printed()),
                        "%",
                        "",
                        average,
                        growth);
            }
        }
        if (since != null && growth != null) {
            findings.implied(
                    "上年增速＝两年增幅÷增速",
                    "(1+" + since.printed().operand() + "%)/(1+"
                            + growth.printed().operand() + "%)-1",
                    Computed.of(
                            v -> ((1 + v[0] / 100) / (1 + v[1] / 100) - 1) * 100, since.printed(), growth.printed()),
                    "%",
                    "",
                    since,
                    growth);
        }
    }

    private static double root(double product) {
        return (Math.sqrt(product) - 1) * 100;
    }

    private static @Nullable Figure lastYear(Passage passage, Figure growth) {
        List<Figure> others = passage.figures().stream()
                .filter(f -> f != growth
                        && f.role() == Role.GROWTH
                        && f.carrier().label().equals(growth.carrier().label())
                        && f.carrier().period().matches(".*(?:上年|去年).*"))
                .toList();
        return others.size() == 1 ? others.getFirst() : null;
    }

    private static void base(Findings findings, Carrier carrier) {
        Figure level = carrier.figure(Role.LEVEL);
        Figure growth = carrier.figure(Role.GROWTH);
        if (level == null) {
            level = carrier.figure(Role.COUNT);
        }
        if (level == null || growth == null || growth.value() <= -100) {
            return;
        }
        boolean real = carrier.label().contains("增加值")
                || carrier.label().contains("生产总值")
                || carrier.label().contains("GDP");
        String expression = level.printed().operand() + "/"
                + (growth.value() > 200
                        ? Numbers.plain(1 + growth.value() / 100)
                        : "(1+" + growth.printed().operand() + "%)");
        findings.implied(
                "同期＝现值÷(1+增速)",
                expression,
                Computed.of(v -> v[0] / (1 + v[1] / 100), level.printed(), growth.printed()),
                level.unit(),
                real ? "增速按可比价格、同口径，所得为可比口径的同期数" : "同口径的同期数",
                level,
                growth);
    }

    private static void delta(Findings findings, Carrier carrier) {
        Figure delta = carrier.figure(Role.DELTA);
        Figure level = carrier.figure(Role.LEVEL) == null ? carrier.figure(Role.COUNT) : carrier.figure(Role.LEVEL);
        Figure growth = carrier.figure(Role.GROWTH);
        if (delta == null || level == null || !Token.base(delta.unit()).equals(Token.base(level.unit()))) {
            return;
        }
        double scale = delta.scale() / level.scale();
        String by = delta.printed().operand() + (scale == 1 ? "" : delta.unit());
        if (growth != null) {
            findings.compare(
                    "增速＝增量÷同期",
                    by + "/(" + level.printed().operand() + "-" + by + ")",
                    Computed.of(v -> v[0] * scale / (v[1] - v[0] * scale) * 100, delta.printed(), level.printed()),
                    growth,
                    Verdict.OTHER_BASIS,
                    "增速按可比口径",
                    delta,
                    level);
        } else {
            findings.implied(
                    "同期＝现值－增量",
                    level.printed().operand() + "-" + by,
                    Computed.of(v -> v[1] - v[0] * scale, delta.printed(), level.printed()),
                    level.unit(),
                    "",
                    level,
                    delta);
        }
    }
}
