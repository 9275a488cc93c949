package org.diaodu.server.policies.web;

import java.util.List;
import org.diaodu.policy.book.BenefitKind;
import org.diaodu.policy.book.BudgetOrder;
import org.diaodu.policy.book.Delivery;
import org.diaodu.policy.book.IssuerLevel;
import org.diaodu.policy.book.Named;
import org.diaodu.policy.book.Once;
import org.diaodu.policy.book.PolicyField;
import org.diaodu.policy.book.SubjectKind;

/**
 * A field of the terms in the editor.
 *
 * @param key its name in the terms
 * @param words what it may be; empty where it is written freely
 */
public record TermField(String key, List<Named> words) {

    /** Those every clause has. */
    public static final List<TermField> FIRST = List.of(
            of("类别", BenefitKind.values()),
            of("领域", PolicyField.values()),
            of("对象", SubjectKind.values()),
            of("发文机关"),
            of("层级", IssuerLevel.values()),
            of("地区"),
            of("兑现", Delivery.values()),
            of("办理时限"),
            of("一次性", Once.values()),
            of("分担"),
            of("预算.金额"),
            of("预算.分配", BudgetOrder.values()));

    /** Those some have. */
    public static final List<TermField> MORE = List.of(
            of("拨付"), of("互斥"), of("叠加"), of("优先"), of("配套.条款"), of("配套.比例"), of("配套.封顶"), of("追回.期限"), of("追回.条件"));

    private static TermField of(String key, Named... words) {
        return new TermField(key, List.of(words));
    }

    public boolean isChoice() {
        return !words.isEmpty();
    }
}
