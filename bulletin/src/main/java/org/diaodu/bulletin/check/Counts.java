package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Things counted: a ratio is the part over the whole, all states add up, and a number of things is whole. */
final class Counts implements Rule {

    private static final Set<String> RISES = Set.of("增长", "上升", "增", "升");
    private static final Set<String> FALLS = Set.of("下降", "负增长", "降", "减");

    @Override
    public void find(Passage passage, Findings findings) {
        for (Figure whole : passage.figures()) {
            if (whole.role() == Role.COUNT) {
                List<Figure> parts = passage.figures().stream()
                        .filter(f -> f.role() == Role.COUNT_PART && f.about() == whole)
                        .toList();
                for (Figure part : parts) {
                    part(passage, findings, whole, part, parts.size() == 1);
                }
                states(findings, whole, parts);
            }
        }
        ratios(passage, findings);
    }

    private static void part(Passage passage, Findings findings, Figure whole, Figure part, boolean alone) {
        if (part.value() > whole.value()) {
            findings.impossible("部分不大于总数", over(part, whole), Shares.ratio(part, whole), "%", "部分大于总数", part, whole);
            return;
        }
        Figure ratio = ratioOf(passage, part);
        if (ratio != null) {
            findings.compare("比率＝部分户数÷总户数", over(part, whole), Shares.ratio(part, whole), ratio, part, whole);
        } else if (alone) {
            findings.implied("比率＝部分户数÷总户数", over(part, whole), Shares.ratio(part, whole), "%", "", part, whole);
        }
    }

    private static @Nullable Figure ratioOf(Passage passage, Figure count) {
        return passage.figures().stream()
                .filter(f -> f.role() == Role.RATIO && f.about() == count)
                .findFirst()
                .orElse(null);
    }

    private static void states(Findings findings, Figure whole, List<Figure> parts) {
        boolean rises = parts.stream().anyMatch(p -> RISES.contains(p.other()));
        boolean falls = parts.stream().anyMatch(p -> FALLS.contains(p.other()));
        Computed sum = Sum.of(parts);
        if (parts.size() >= 2 && (rises && falls || sum.value() > whole.value())) {
            boolean level = parts.stream().anyMatch(p -> p.other().endsWith("平"));
            if (level || sum.value() >= whole.value() || parts.size() > 2) {
                findings.compare("分项个数合计", Sum.expression(parts), sum, whole, parts.toArray(Figure[]::new));
            } else {
                Computed rest = new Computed(
                        whole.value() - sum.value(), whole.value() - sum.value(), whole.value() - sum.value());
                findings.implied(
                        "持平个数＝总数－增长－下降",
                        whole.printed().text() + "-" + Sum.expression(parts).replace("+", "-"),
                        rest,
                        whole.unit(),
                        "",
                        concat(parts, whole));
            }
        }
    }

    /** 979户,亏损面28.37%: against a number of all printed before where the ratio has one, else what it implies. */
    private static void ratios(Passage passage, Findings findings) {
        for (Figure ratio : passage.figures()) {
            Figure count = ratio.about();
            if (ratio.role() != Role.RATIO || count == null || count.role() != Role.COUNT || ratio.value() <= 0) {
                continue;
            }
            Figure whole = earlierWhole(passage, count);
            if (whole != null) {
                Computed made = Shares.ratio(count, whole);
                boolean agrees = made.agrees(ratio.printed());
                findings.compare(
                        "比率＝部分户数÷总户数",
                        over(count, whole),
                        made,
                        ratio,
                        Math.abs(made.value() - ratio.value()) < ratio.value() / 20 && !samePeriod(count, whole)
                                ? Verdict.OTHER_BASIS
                                : Verdict.CONTRADICTS,
                        "分母可能是当期在库户数",
                        count,
                        whole);
                if (!agrees) {
                    whole(findings, count, ratio);
                }
            } else {
                whole(findings, count, ratio);
            }
        }
    }

    private static boolean samePeriod(Figure a, Figure b) {
        return a.carrier().period().equals(b.carrier().period());
    }

    private static @Nullable Figure earlierWhole(Passage passage, Figure count) {
        return passage.figures().stream()
                .filter(f -> f.role() == Role.COUNT
                        && f.start() < count.start()
                        && f.unit().equals(count.unit())
                        && f.value() >= count.value()
                        && passage.figures().stream().anyMatch(p -> p.role() == Role.COUNT_PART && p.about() == f))
                .reduce((a, b) -> b)
                .orElseGet(() -> justBefore(passage, count));
    }

    /** 重点项目150个，已开工135个: the number just before in the sentence, where this one is said to be of those. */
    private static @Nullable Figure justBefore(Passage passage, Figure count) {
        return passage.figures().stream()
                .filter(f -> f.role() == Role.COUNT
                        && f.start() < count.start()
                        && f.carrier().sentence() == count.carrier().sentence()
                        && f.unit().equals(count.unit())
                        && f.value() >= count.value()
                        && count.carrier().label().startsWith("已"))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** A part and its share imply the number of all, which must be a whole number. */
    static void whole(Findings findings, Figure count, Figure share) {
        Computed all = Computed.of(v -> v[0] / v[1] * 100, count.printed(), share.printed());
        String expression = count.printed().operand() + "/" + share.printed().operand() + "%";
        if (Math.floor(all.high()) < Math.ceil(all.low())
                && count.printed().low() == count.printed().high()) {
            findings.impossible("总数＝部分÷占比", expression, all, count.unit(), "没有哪个整数户数能得出这个比率", count, share);
        } else {
            long nearest = Math.round(all.value());
            findings.implied("总数＝部分÷占比", expression, all, count.unit(), "约" + nearest + count.unit(), count, share);
        }
    }

    private static String over(Figure part, Figure whole) {
        return part.printed().operand() + "/" + whole.printed().operand();
    }

    private static Figure[] concat(List<Figure> parts, Figure whole) {
        List<Figure> all = new ArrayList<>(parts);
        all.add(whole);
        return all.toArray(Figure[]::new);
    }
}
