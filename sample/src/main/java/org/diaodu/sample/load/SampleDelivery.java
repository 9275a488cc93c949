package org.diaodu.sample.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.sample.Books;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.delivery.DeliveryLoading;
import org.diaodu.server.steps.Signature;
import org.springframework.stereotype.Component;

/**
 * What is due on the business date and how far it is on its way to the money: paid and come back, approved, proposed, in a
 * notice, agreed to, and most of it waiting for the enterprises. Of the clerks' own one was paid, one has
 * stood in a notice, and the others wait for them.
 */
@Component
class SampleDelivery {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = SampleLoading.BUSINESS_DATE;
    private static final LocalDate FOUND = LocalDate.of(2022, 4, 1);
    private static final int STEPS = 10;
    private static final int STOOD = 3;

    private final DeliveryLoading delivery;

    SampleDelivery(DeliveryLoading delivery) {
        this.delivery = delivery;
    }

    /** Loads it and gives how many entitlements there are. */
    int load(List<Books> own, Map<String, Long> ids) {
        Set<Long> ofClerks = own.stream()
                .map(one -> ids.getOrDefault(one.plant().creditCode(), 0L))
                .collect(Collectors.toSet());
        int found = delivery.match(TODAY, "2022-03", new Signature("system", "policy match run", "", at(FOUND, 8)));
        List<Entitlement> waiting = delivery.waiting();
        List<List<Entitlement>> groups = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) groups.add(new ArrayList<>());
        Map<Long, Integer> ofClerk = new HashMap<>();
        for (int i = 0; i < waiting.size(); i++) {
            Entitlement one = waiting.get(i);
            long enterprise = one.subject().id().enterprise();
            if (!ofClerks.contains(enterprise)) {
                groups.get(i % STEPS).add(one);
            } else {
                switch (ofClerk.merge(enterprise, 1, Integer::sum)) {
                    case 1 -> groups.getFirst().add(one);
                    case 2 -> groups.get(STOOD).add(one);
                    default -> {}
                }
            }
        }
        deliver(groups);
        return found;
    }

    /** A tenth each is paid, approved, proposed, has stood, stands, and agreed; the others wait. */
    private void deliver(List<List<Entitlement>> groups) {
        List<Entitlement> earlier = together(groups, 0, 4);
        delivery.agree(earlier, "企业书面确认，由经办代为登记。", officer(LocalDate.of(2022, 4, 2), 10));
        LocalDate published = LocalDate.of(2022, 4, 11);
        delivery.publish(earlier, "2022 年惠企政策拟兑现名单公示（第一批）", "省工信厅 0451-82000000（示例）", published, officer(published, 9));
        LocalDate proposed = LocalDate.of(2022, 4, 19);
        String first = delivery.propose(together(groups, 0, 1), "公示期满，无异议。", proposed, officer(proposed, 9));
        delivery.approve(first, "同意。", second(proposed, 15));
        LocalDate paid = LocalDate.of(2022, 4, 21);
        delivery.pay(paid, payment -> payment.id() % 17 == 0, "收款账户户名不符", officer(paid, 10));
        String approved = delivery.propose(
                together(groups, 1, 2), "公示期满，无异议。", TODAY.minusDays(3), officer(TODAY.minusDays(3), 9));
        delivery.approve(approved, "同意。", second(TODAY.minusDays(3), 16));
        delivery.propose(together(groups, 2, 3), "公示期满，无异议。", TODAY.minusDays(3), officer(TODAY.minusDays(3), 17));
        List<Entitlement> later = together(groups, 4, 5);
        delivery.agree(later, "企业书面确认，由经办代为登记。", officer(LocalDate.of(2022, 4, 20), 10));
        delivery.publish(
                later,
                "2022 年惠企政策拟兑现名单公示（第二批）",
                "省工信厅 0451-82000000（示例）",
                LocalDate.of(2022, 4, 22),
                officer(LocalDate.of(2022, 4, 22), 9));
        delivery.agree(together(groups, 5, 6), "企业书面确认，由经办代为登记。", officer(LocalDate.of(2022, 4, 24), 10));
    }

    private static List<Entitlement> together(List<List<Entitlement>> groups, int from, int until) {
        return groups.subList(from, until).stream().flatMap(List::stream).toList();
    }

    private static Signature officer(LocalDate day, int hour) {
        return new Signature("policy", "省惠企政策经办（示例）", "黑龙江省", at(day, hour));
    }

    private static Signature second(LocalDate day, int hour) {
        return new Signature("policy2", "省惠企政策复核（示例）", "黑龙江省", at(day, hour));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 20).atZone(CHINA).toInstant();
    }
}
