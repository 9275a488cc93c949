package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.policy.book.Terms.BudgetTerms;
import org.diaodu.policy.book.Terms.Clawback;
import org.diaodu.policy.book.Terms.Instalment;
import org.diaodu.policy.book.Terms.Supplement;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/** Reads a {@code terms.yaml}, saying all that is wrong in it. */
final class TermsFile {

    static final String NAME = "terms.yaml";
    private static final List<String> LEVELS = List.of("国家", "省", "市", "县", "市县");

    private final FaultList faults;
    private final YamlMap file;

    private TermsFile(YamlMap file, FaultList faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The terms; null where something in the file is wrong. */
    static @Nullable Terms read(String text, FaultList faults) {
        int before = faults.size();
        YamlMap file = YamlFile.read(text, faults);
        Terms terms = file == null ? null : new TermsFile(file, faults).terms(before);
        return faults.size() == before ? terms : null;
    }

    private @Nullable Terms terms(int before) {
        BenefitKind kind = needed("类别", BenefitKind.values());
        SubjectKind subject = needed("对象", SubjectKind.values());
        String issuer = file.needed("发文机关");
        IssuerLevel level = needed("层级", IssuerLevel.values());
        List<String> regions = regions(level);
        Delivery delivery = needed("兑现", Delivery.values());
        Integer days = workingDays(delivery);
        Map<String, Fact> facts = facts();
        Map<String, BigDecimal> shares = shares();
        List<Instalment> schedule = schedule();
        List<String> groups = file.texts("互斥");
        Integer priority = file.value("优先", Written::whole, "10");
        Once once = file.word("一次性", Once.values());
        List<String> addedTo = file.texts("叠加");
        Supplement supplement = supplement();
        BudgetTerms budget = budget();
        Clawback clawback = clawback();
        PolicyField field = file.word("领域", PolicyField.values());
        file.refuseOthers();
        if (faults.size() > before
                || kind == null
                || subject == null
                || issuer == null
                || level == null
                || delivery == null) {
            return null;
        }
        return new Terms(
                kind,
                subject,
                issuer,
                level,
                regions,
                delivery,
                days,
                facts,
                shares,
                schedule,
                groups,
                priority == null ? Terms.DEFAULT_PRIORITY : priority,
                once == null ? Once.YEARLY : once,
                addedTo,
                supplement,
                budget,
                clawback,
                field);
    }

    private <E extends Enum<E> & Named> @Nullable E needed(String key, E[] words) {
        return file.needed(key) == null ? null : file.word(key, words);
    }

    private List<String> regions(@Nullable IssuerLevel level) {
        List<String> codes = file.texts("地区");
        if (codes.isEmpty() && level != null && level != IssuerLevel.NATION) {
            file.fault(
                    "policy.region",
                    "地区",
                    "层级是“" + level.zh() + "”却没有地区。建议：写作 地区: [\"230000\"]。",
                    "the level is " + level.en() + " and there is no region. Maybe write 地区: [\"230000\"].");
        }
        for (String code : codes) {
            if (Regions.bundled().find(code) == null) {
                file.fault(
                        "policy.region",
                        "地区",
                        "没有行政区划代码“" + code + "”。建议：写六位 GB/T 2260 代码，如 \"230000\"。",
                        "there is no region \"" + code + "\". Maybe write six digits of GB/T 2260, as \"230000\".");
            }
        }
        return codes;
    }

    private @Nullable Integer workingDays(@Nullable Delivery delivery) {
        Integer days = file.value("办理时限", Written::whole, Written.NUMBER_FORM);
        if (delivery == Delivery.QUICK_APPLICATION && !file.has("办理时限")) {
            file.fault(
                    "policy.value",
                    "兑现",
                    "快申快享要写办理时限。建议：办理时限: 15（工作日）。",
                    "a quick application needs its limit. Maybe 办理时限: 15 (working days).");
        }
        if (delivery == Delivery.NO_APPLICATION && file.has("办理时限")) {
            file.fault(
                    "policy.value",
                    "办理时限",
                    "免申即享无人申请，不写办理时限。建议：删去此行，或改为快申快享。",
                    "nobody applies, so there is no limit. Maybe delete the line, or make it 快申快享.");
        }
        return days;
    }

    private Map<String, Fact> facts() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        YamlMap all = file.map("事实");
        if (all == null) {
            file.needed("事实");
            return facts;
        }
        for (String name : all.keys()) {
            YamlMap one = all.map(name);
            if (one != null) {
                Fact fact = fact(one);
                if (fact != null) {
                    facts.put(name, fact);
                }
            } else if (!all.has(name)) {
                all.needed(name);
            }
        }
        return facts;
    }

    private static @Nullable Fact fact(YamlMap one) {
        boolean dated = one.has("参数");
        String first = one.needed(dated ? "参数" : "持有");
        String second = one.needed(dated ? "日期" : "来源");
        one.refuseOthers();
        if (first == null || second == null) {
            return null;
        }
        return dated ? new Fact.Dated(first, second) : new Fact.Held(first, second);
    }

    private Map<String, BigDecimal> shares() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        YamlMap all = file.map("分担");
        if (all == null) {
            return shares;
        }
        for (String level : LEVELS) {
            BigDecimal share = all.value(level, Written::fraction, Written.PERCENT_FORM);
            if (share != null) {
                shares.put(level, share);
            }
        }
        all.refuseOthers();
        whole("分担", shares.values().stream().toList());
        return shares;
    }

    private List<Instalment> schedule() {
        List<Instalment> schedule = new ArrayList<>();
        for (YamlMap one : file.maps("拨付")) {
            String milestone = one.needed("节点");
            one.needed("比例");
            BigDecimal share = one.value("比例", Written::fraction, Written.PERCENT_FORM);
            one.refuseOthers();
            if (milestone != null && share != null) {
                schedule.add(new Instalment(milestone, share));
            }
        }
        if (!schedule.isEmpty()) {
            whole("拨付", schedule.stream().map(Instalment::share).toList());
        }
        return schedule;
    }

    private void whole(String key, List<BigDecimal> shares) {
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            String percent = sum.movePointRight(2).stripTrailingZeros().toPlainString();
            file.fault(
                    "policy.share",
                    key,
                    "“" + key + "”合计 " + percent + "%，应为 100%。建议：核对各项比例。",
                    "the shares of \"" + key + "\" add up to " + percent + " %, not 100 %. Maybe check each.");
        }
    }

    private @Nullable Supplement supplement() {
        YamlMap one = file.map("配套");
        if (one == null) {
            return null;
        }
        String clause = one.needed("条款");
        one.needed("比例");
        BigDecimal rate = one.value("比例", Written::fraction, Written.PERCENT_FORM);
        BigDecimal cap = one.value("封顶", Written::yuan, Written.MONEY_FORM);
        one.refuseOthers();
        if (rate != null && (rate.signum() == 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
            one.fault(
                    "policy.rate",
                    "比例",
                    "配套比例应在 0 和 100% 之间。建议：核对是否多写了一位。",
                    "the rate of a supplement should be over 0 and at most 100 %. Maybe a digit too many.");
        }
        return clause == null || rate == null ? null : new Supplement(clause, rate, cap);
    }

    private @Nullable BudgetTerms budget() {
        YamlMap one = file.map("预算");
        if (one == null) {
            return null;
        }
        one.needed("金额");
        one.needed("分配");
        BigDecimal amount = one.value("金额", Written::yuan, "5000 万元");
        BudgetOrder order = one.word("分配", BudgetOrder.values());
        one.refuseOthers();
        return amount == null || order == null ? null : new BudgetTerms(amount, order);
    }

    private @Nullable Clawback clawback() {
        YamlMap one = file.map("追回");
        if (one == null) {
            return null;
        }
        one.needed("期限");
        Integer months = one.value("期限", Written::whole, "36");
        String condition = one.needed("条件");
        one.refuseOthers();
        return months == null || condition == null ? null : new Clawback(months, Objects.requireNonNull(condition));
    }
}
