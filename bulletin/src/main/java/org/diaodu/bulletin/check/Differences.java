package org.diaodu.bulletin.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A growth less another's is the difference printed, in points; where the other is not printed it is what they imply. */
final class Differences implements Rule {

    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月(?:份|末|底)?$");

    @Override
    public void find(Passage passage, Findings findings) {
        for (Figure difference : passage.figures()) {
            if (difference.role() == Role.DIFFERENCE) {
                difference(passage, findings, difference);
            } else if (difference.role() == Role.CHANGE) {
                change(passage, findings, difference);
            } else if (difference.about() != null && difference.about().role() == Role.TO) {
                moved(findings, difference, difference.about());
            }
        }
    }

    private static void difference(Passage passage, Findings findings, Figure difference) {
        Figure own = own(difference);
        if (own == null || time(findings, difference, own)) {
            return;
        }
        List<Figure> others = others(passage, difference, own);
        Figure other = new Totals(passage)
                .fitting(
                        others,
                        own.carrier(),
                        difference.other(),
                        o -> minus(own, o).agrees(difference.printed()));
        if (other == null) {
            findings.implied(
                    "对比方＝本方－差值",
                    own.printed().operand() + "-" + difference.printed().operand(),
                    Computed.of(v -> v[0] - v[1], own.printed(), difference.printed()),
                    "%",
                    difference.other(),
                    own,
                    difference);
            return;
        }
        boolean below = difference.value() < 0;
        Computed made = below ? minus(other, own) : minus(own, other);
        Printed published = difference.printed().size();
        String expression = below
                ? other.printed().operand() + "-" + own.printed().operand()
                : own.printed().operand() + "-" + other.printed().operand();
        findings.compare(
                "差值＝两增速之差", expression, made, published, "个百分点", Verdict.CONTRADICTS, "", own, other, difference);
    }

    /** A share of the year's plan less the share of the year that has passed. */
    private static boolean time(Findings findings, Figure difference, Figure own) {
        Matcher month = MONTH.matcher(own.carrier().period());
        if (!difference.other().matches(".*(?:序时|时间)进度.*")) {
            return false;
        }
        if (own.role() == Role.SHARE && month.find()) {
            int passed = Integer.parseInt(month.group(1));
            boolean below = difference.value() < 0;
            String year = passed + "/12*100";
            findings.compare(
                    "差值＝进度－序时进度",
                    below ? year + "-" + own.printed().text() : own.printed().text() + "-" + year,
                    Computed.of(v -> Math.abs(v[0] - passed * 100 / 12.0), own.printed()),
                    difference.printed().size(),
                    "个百分点",
                    Verdict.CONTRADICTS,
                    "",
                    own,
                    difference);
        }
        return true;
    }

    private static @Nullable Figure own(Figure difference) {
        Figure about = difference.about();
        if (about != null && (about.role() == Role.RATIO || about.role() == Role.SHARE)) {
            return about;
        }
        return difference.carrier().figure(Role.GROWTH);
    }

    /** What it can be set against: a growth printed for the comparator, else the total's. */
    private static List<Figure> others(Passage passage, Figure difference, Figure own) {
        if (own.role() != Role.GROWTH) {
            return List.of();
        }
        List<Figure> named = difference.other().isEmpty()
                ? List.of()
                : passage.carriers().stream()
                        .filter(c -> c != own.carrier()
                                && !c.label().isEmpty()
                                && c.has(Role.GROWTH)
                                && Names.canonical(c.label()).equals(Names.canonical(difference.other())))
                        .map(c -> c.figure(Role.GROWTH))
                        .toList();
        return named.isEmpty() ? new Totals(passage).growth(own.carrier(), difference.other()) : named;
    }

    private static Computed minus(Figure a, Figure b) {
        return Computed.of(v -> v[0] - v[1], a.printed(), b.printed());
    }

    private static void change(Passage passage, Findings findings, Figure change) {
        Figure to = change.about();
        if (to != null && to.role() == Role.TO) {
            moved(findings, change, to);
            return;
        }
        Figure own = change.about();
        while (own != null && (own.role() == Role.CHANGE || own.role() == Role.DIFFERENCE)) {
            own = own.about();
        }
        if (own == null || !own.unit().equals("%")) {
            return;
        }
        Computed then = Computed.of(v -> v[0] - v[1], own.printed(), change.printed());
        String expression = own.printed().operand() + "-" + change.printed().operand();
        Figure printed = earlier(passage, own, change);
        if (printed == null) {
            findings.implied(
                    "前期＝本期－变动",
                    expression,
                    then,
                    "%",
                    change.other().replace(String.valueOf(PlainForm.BLANK), ""),
                    own,
                    change);
        } else {
            findings.compare("前期＝本期－变动", expression, then, printed, own, change);
        }
    }

    /** 由13.7%提高到17.8%，提高4.1个百分点. */
    private static void moved(Findings findings, Figure change, Figure to) {
        Figure from = to.about();
        if (from == null || from.role() != Role.FROM || !from.unit().equals(to.unit())) {
            return;
        }
        String minus = to.printed().operand() + "-" + from.printed().operand();
        if (change.role() == Role.GROWTH) {
            findings.compare(
                    "增速＝现值÷前值－1",
                    to.printed().operand() + "/" + from.printed().operand() + "-1",
                    Computed.of(v -> (v[0] / v[1] - 1) * 100, to.printed(), from.printed()),
                    change,
                    Verdict.OTHER_BASIS,
                    "增速按可比口径",
                    to,
                    from);
        } else if (change.role() == Role.CHANGE || change.unit().equals(to.unit())) {
            findings.compare(
                    "变动＝现值－前值", minus, Computed.of(v -> v[0] - v[1], to.printed(), from.printed()), change, to, from);
        }
    }

    /** The same figure of the period compared with, where the text prints it just before or behind. */
    private static @Nullable Figure earlier(Passage passage, Figure own, Figure change) {
        return passage.figures().stream()
                .filter(f -> f != own && f.role() == own.role() && before(f, own, change))
                .findFirst()
                .orElse(null);
    }

    private static boolean before(Figure figure, Figure own, Figure change) {
        boolean between = figure.start() >= own.end() && figure.end() <= change.start();
        String label = figure.carrier().label();
        if (between && label.matches("前值|上期|上月|上年同期|去年同期|上季度|上年|前期")) {
            return true;
        }
        String period = figure.carrier().period();
        return label.equals(own.carrier().label())
                && (between
                                && change.other().contains(String.valueOf(PlainForm.BLANK))
                                && figure.quote().matches("[+-]?[\\d.]+%")
                        || !period.isEmpty() && change.other().contains(period));
    }
}
