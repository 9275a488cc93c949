package org.diaodu.growth.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in plain words what figures can and cannot tell. */
final class Remarks {
    private static final int FEW_NEIGHBOURS = 3;
    private static final int SMALL_SAMPLE = 20;
    private static final double LARGE_ADJUSTMENT_PP = 5;

    private final List<Remark> remarks = new ArrayList<>();

    private Remarks() {}

    static List<Remark> of(Measured one, Estimate effect, @Nullable Estimate earlier, Design design) {
        var said = new Remarks();
        said.verdict(effect, design);
        said.chosenByFall(one.afterPct() - one.fallPct(), effect);
        if (one.periods() < design.after()) {
            said.add(
                    "INCOMPLETE",
                    "目前只有立案后" + one.periods() + "个报表期，满" + design.after() + "个后再看。",
                    "Only " + one.periods() + " of " + design.after() + " periods after the opening have been filed.");
        }
        int neighbours = one.neighbours().size();
        if (neighbours < FEW_NEIGHBOURS) {
            said.add(
                    "FEW-NEIGHBOURS",
                    "相近的未立案企业只有" + neighbours + "家，比较很粗。",
                    "Only " + neighbours + " similar enterprise(s) without a case: a rough comparison.");
        }
        if (Math.abs(one.adjustmentPp()) > LARGE_ADJUSTMENT_PP) {
            said.add(
                    "ADJUSTED",
                    "对照企业立案前走势仍有差别，已修正" + pp(one.adjustmentPp()) + "个百分点。",
                    "The neighbours' path before was not quite the same; " + pp(one.adjustmentPp())
                            + " points are taken off for it.");
        }
        said.later(one.laterCases(), neighbours);
        if (Math.max(one.beforePct(), one.afterPct()) >= design.capPp()) {
            said.add(
                    "CAPPED",
                    "增速按上限" + pp(design.capPp()) + "%计。",
                    "Growth is counted as " + pp(design.capPp()) + " % at most.");
        }
        said.earlier(earlier, design);
        said.add(
                "ONE-ENTERPRISE",
                "一家企业自身的其他变化（订单、检修、事故）与调度的作用分不开。",
                "Whatever else happened to this one enterprise (an order, a repair, an accident) cannot be told apart"
                        + " from the case.");
        return List.copyOf(said.remarks);
    }

    static List<Remark> of(Grouping group, Estimate effect, Estimate provincePp, @Nullable Estimate earlier) {
        var said = new Remarks();
        List<Measured> cases = group.cases();
        said.verdict(effect, group.design());
        said.province(provincePp, group.design());
        said.chosenByFall(group.mean(each -> each.afterPct() - each.fallPct()), effect);
        said.unmeasured(group);
        if (cases.size() < SMALL_SAMPLE) {
            said.add(
                    "SMALL-SAMPLE",
                    "只有" + cases.size() + "家，个别企业就能左右结果。",
                    "Only " + cases.size() + " case(s): single enterprises sway the result.");
        }
        double largest = cases.stream().mapToDouble(Measured::base).max().orElse(0);
        double total = cases.stream().mapToDouble(Measured::base).sum();
        if (cases.size() > 1 && largest > total / 2) {
            said.add(
                    "CONCENTRATED",
                    "对全省的影响，一半以上的分量在一家企业。",
                    "In the points of the province's growth one enterprise weighs more than half.");
        }
        long few = cases.stream()
                .filter(each -> each.neighbours().size() < FEW_NEIGHBOURS)
                .count();
        if (few > 0) {
            said.add(
                    "FEW-NEIGHBOURS",
                    few + "家的对照企业不足" + FEW_NEIGHBOURS + "家。",
                    few + " case(s) have fewer than " + FEW_NEIGHBOURS + " similar enterprises.");
        }
        said.later(
                cases.stream().mapToInt(Measured::laterCases).sum(),
                cases.stream().mapToInt(each -> each.neighbours().size()).sum());
        said.earlier(earlier, group.design());
        if (group.groups() > 1) {
            said.add(
                    "MANY-GROUPS",
                    "共比较" + group.groups() + "组：纯属偶然也约有二十分之一的组显得有效或有害。",
                    group.groups()
                            + " groups are compared: by chance alone about one in twenty looks effective or harmful.");
        }
        said.add(
                "UNSEEN",
                "对照只保证行业、规模、走势相近；报表里看不到的差别（如谁更愿意配合）无法排除。",
                "The comparison evens out industry, size and path; what returns do not show (such as who was willing)"
                        + " is not ruled out.");
        return List.copyOf(said.remarks);
    }

    private void verdict(Estimate effect, Design design) {
        Double lower = effect.lower();
        Double upper = effect.upper();
        String level = pp(design.level() * 100);
        if (lower == null || upper == null) {
            add(
                    "NO-INTERVAL",
                    "与相近企业相比" + moreZh(effect.value()) + "；可比企业太少，说不出误差，不能下结论。",
                    "Compared with similar enterprises: " + signed(effect.value())
                            + " points; too few of them to say how uncertain that is, so nothing can be concluded.");
            return;
        }
        String zh = "与相近的未立案企业相比，增速" + moreZh(effect.value()) + "（" + level + "%区间" + signed(lower) + "至"
                + signed(upper) + "）";
        String en = "Against similar enterprises without a case, growth moved by " + signed(effect.value())
                + " points (" + level + " % interval " + signed(lower) + " to " + signed(upper) + ")";
        if (effect.holds(0)) {
            add(
                    "UNDECIDED",
                    zh + "：区间含0，不能断定有作用，也不能断定没有。",
                    en + ": it holds 0, so neither an effect nor none is shown.");
        } else if (lower > 0) {
            add("BETTER", zh + "：好于偶然所能解释。", en + ": better than chance explains.");
        } else {
            add("WORSE", zh + "：差于偶然所能解释。", en + ": worse than chance explains.");
        }
    }

    private void province(Estimate points, Design design) {
        Double lower = points.lower();
        Double upper = points.upper();
        String level = pp(design.level() * 100);
        String zh = lower == null || upper == null ? "" : "（" + level + "%区间" + pp2(lower) + "至" + pp2(upper) + "）";
        String en = lower == null || upper == null
                ? ""
                : " (" + level + " % interval " + pp2(lower) + " to " + pp2(upper) + ")";
        add(
                "PROVINCE",
                "合计影响全省增速" + pp2(points.value()) + "个百分点" + zh + "。",
                "Together that is " + pp2(points.value()) + " points of the province's growth" + en + ".");
    }

    private void chosenByFall(double naive, Estimate effect) {
        double alone = naive - effect.value();
        add(
                "CHOSEN-BY-FALL",
                "立案的正是刚下滑的企业：单看立案前一期到立案后，变化" + signed(naive) + "个百分点，其中" + signed(alone) + "个相近企业不立案也会有，不能算成效。",
                "Cases are opened for enterprises that just fell: from the last period before to those after, growth moved"
                        + " by " + signed(naive) + " points, of which " + signed(alone)
                        + " would have come without a case.");
    }

    private void unmeasured(Grouping group) {
        int without = group.unmeasured().size();
        if (without == 0) return;
        long alone = group.unmeasured().stream()
                .filter(each -> each.reason() == Unmeasured.Reason.NO_NEIGHBOUR)
                .count();
        int all = without + group.cases().size();
        add(
                "UNMEASURED",
                all + "张调度单中" + without + "张无法评估（其中" + alone + "张找不到相近企业），结果不代表它们。",
                without + " of " + all + " cases cannot be measured (" + alone
                        + " for want of a similar enterprise); the result does not speak for them.");
    }

    private void later(int later, int neighbours) {
        if (later == 0) return;
        add(
                "LATER-CASES",
                neighbours + "家次对照企业中" + later + "家次在评估期内自己也立了案，作用可能被低估。",
                later + " of " + neighbours
                        + " neighbours got a case of their own meanwhile: the effect may be understated.");
    }

    private void earlier(@Nullable Estimate earlier, Design design) {
        if (earlier == null || earlier.pValue() == null) {
            add(
                    "NO-EARLIER",
                    "更早的报表不够，无法检验双方此前是否同步。",
                    "Too few earlier returns to test whether both sides moved alike before.");
        } else if (!earlier.holds(0)) {
            add(
                    "NOT-PARALLEL",
                    "在未用于配对的更早各期，双方已相差" + signed(earlier.value()) + "个百分点：走势不平行，结果不可靠。",
                    "In earlier periods, not used for matching, both sides already differed by "
                            + signed(earlier.value()) + " points: not parallel, so do not rely on the result.");
        } else {
            add(
                    "PARALLEL",
                    "在未用于配对的更早各期，双方没有可辨的差别（" + signed(earlier.value()) + "个百分点）。",
                    "In earlier periods, not used for matching, no difference can be made out ("
                            + signed(earlier.value()) + " points).");
        }
    }

    private void add(String code, String zh, String en) {
        remarks.add(new Remark(code, zh, en));
    }

    private static String moreZh(double pp) {
        return (pp < 0 ? "低" : "高") + pp(Math.abs(pp)) + "个百分点";
    }

    private static String signed(double pp) {
        return String.format(Locale.ROOT, "%+.1f", pp);
    }

    private static String pp(double pp) {
        String text = String.format(Locale.ROOT, "%.1f", pp);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String pp2(double pp) {
        return String.format(Locale.ROOT, "%+.2f", pp);
    }
}
